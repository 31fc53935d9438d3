import { addDays } from '#domain/calendar/local-day.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showSessionHour } from '#usecases/plan/living/set-session-hour.ts'
import { showDay, showTrainingWeek } from '#usecases/plan/living/show-day.ts'
import { sessionHourForm } from '#views/session-hour.ts'
import { dayShown } from '#views/today.ts'
import { weekShown } from '#views/training-week.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'
import { textOf, type Word } from '../kit/words.ts'
import { type NamedPerson, peopleNamed } from '../people-named.ts'

type Asked = { athlete: NamedPerson | null; text: string }

/** Whose days, and the other words. */
async function readAsked(
  context: SlackContext,
  words: readonly Word[],
): Promise<Result<Asked, Refusal | Misuse>> {
  const people = await peopleNamed(
    context,
    words.flatMap(word => (word.kind === 'person' ? [word.slackUserId] : [])),
  )
  if (!people.ok) return people
  const [athlete = null, second] = people.value
  if (second) return misuse('One person at a time.')
  return ok({ athlete, text: textOf(words.filter(word => word.kind !== 'person')).toLowerCase() })
}

export const todayCommand = freeCommand({
  name: 'today',
  usage: 'today [@athlete] [tomorrow|2026-12-05|settings]',
  summary: 'Today’s session at your own paces, and what is done',
  example: 'today',
  audience: 'member',
  async answer(context, words) {
    const asked = await readAsked(context, words)
    if (!asked.ok) return asked
    const { athlete, text } = asked.value
    const { engine } = context.deps
    if (text === 'settings') {
      const own = await ask(engine, context.who, showSessionHour, {})
      return own.ok ? ok({ kind: 'modal', view: sessionHourForm(own.value) }) : own
    }
    if (text !== '' && text !== 'today' && text !== 'tomorrow' && !isLocalDay(text)) {
      return misuse(
        'Which day? Write `tomorrow`, or the day as 2026-12-05; `settings` says when it is sent to you.',
      )
    }
    const on = isLocalDay(text) ? text : null
    const shown = await ask(engine, context.who, showDay, { athlete, on })
    if (!shown.ok) return shown
    if (text !== 'tomorrow') return ok({ kind: 'message', message: dayShown(shown.value) })
    const next = addDays(shown.value.today, 1)
    const later = await ask(engine, context.who, showDay, { athlete, on: next })
    return later.ok ? ok({ kind: 'message', message: dayShown(later.value) }) : later
  },
})

export const weekCommand = freeCommand({
  name: 'week',
  usage: 'week [@athlete] [next|last]',
  summary: 'Seven days: what is planned and what is done',
  example: 'week next',
  audience: 'member',
  async answer(context, words) {
    const asked = await readAsked(context, words)
    if (!asked.ok) return asked
    const { athlete, text } = asked.value
    const weeks = { '': 0, this: 0, next: 1, last: -1 }[text.replace(/ ?week$/, '')]
    if (weeks === undefined) return misuse('Which week? Write `next` or `last`, or nothing for this one.')
    const { engine } = context.deps
    const shown = await ask(engine, context.who, showTrainingWeek, { athlete, on: null })
    if (!shown.ok || weeks === 0) {
      return shown.ok ? ok({ kind: 'message', message: weekShown(shown.value) }) : shown
    }
    const on: LocalDay = addDays(shown.value.from, 7 * weeks)
    const other = await ask(engine, context.who, showTrainingWeek, { athlete, on })
    return other.ok ? ok({ kind: 'message', message: weekShown(other.value) }) : other
  },
})
