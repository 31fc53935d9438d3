import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { groupWeek } from '#usecases/plan/adherence/group-week.ts'
import { keptWeek } from '#usecases/plan/adherence/kept-week.ts'
import { groupWeekShown } from '#views/group-week.ts'
import { keptWeekShown } from '#views/kept-week.ts'
import { groupNameFrom } from '../group-named.ts'
import { type Answer, freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'

const WEEKS: Readonly<Record<string, number>> = { 'this week': 0, 'last week': -1, 'next week': 1 }

type WeekTyped = { weeks: number; on: LocalDay | null; rest: Word[] }

/** Takes `last week` or a day out of what was typed, from its end. */
function readWeek(words: readonly Word[]): WeekTyped {
  const [before, last] = words.slice(-2)
  const isPlain = (word: Word | undefined) => word?.kind === 'text' && !word.isQuoted
  if (isPlain(before) && isPlain(last)) {
    const weeks = WEEKS[`${before?.text} ${last?.text}`.toLowerCase()]
    if (weeks !== undefined) return { weeks, on: null, rest: words.slice(0, -2) }
  }
  const day = words.at(-1)
  if (isPlain(day) && day && isLocalDay(day.text)) return { weeks: 0, on: day.text, rest: words.slice(0, -1) }
  return { weeks: 0, on: null, rest: [...words] }
}

export const planWeekCommand = freeCommand({
  name: 'plan week',
  usage: 'plan week ["group"|@athlete] [this week|last week]',
  summary: 'Who kept to the plan, and who did not',
  example: 'plan week "Morning Milers" last week',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const { weeks, on, rest } = readWeek(words)
    const { engine } = context.deps
    const groupName = groupNameFrom(rest)
    if (groupName !== null) {
      const found = await ask(engine, context.who, groupWeek, { groupName, on, weeks })
      return found.ok ? ok({ kind: 'message', message: groupWeekShown(found.value) }) : found
    }
    const person = rest.find(word => word.kind === 'person')
    if (rest.length > (person ? 1 : 0)) return misuse('Put the group’s name in quotes, or name one athlete.')
    const athlete = person ? { slackUserId: person.slackUserId, name: person.text } : null
    const week = await ask(engine, context.who, keptWeek, { athlete, on, weeks })
    return week.ok ? ok({ kind: 'message', message: keptWeekShown(week.value, context.units) }) : week
  },
})
