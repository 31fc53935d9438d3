import { addDays, mondayOf, weekdayOf } from '#domain/calendar/local-day.ts'
import { weekdayFromWord } from '#domain/calendar/weekday.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { moveSession } from '#usecases/plan/living/move-session.ts'
import { setOwnMoves } from '#usecases/plan/living/set-own-moves.ts'
import { showDay } from '#usecases/plan/living/show-day.ts'
import { words as onlyWords } from '#views/message.ts'
import { mrkdwn } from '#views/mrkdwn.ts'
import { changeDone } from '#views/session-change.ts'
import { freeCommand, misuse, modalAnswer, subcommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'
import { moveView } from '../modals/session-changes.ts'
import { peopleNamed } from '../people-named.ts'

/** The next such weekday from today on, and the other one of the same week. */
function daysOf(from: string, to: string, today: LocalDay): { from: LocalDay; to: LocalDay } | null {
  const [first, second] = [weekdayFromWord(from), weekdayFromWord(to)]
  if (!first || !second) return null
  const on = addDays(today, (first - weekdayOf(today) + 7) % 7)
  return { from: on, to: addDays(mondayOf(on), second - 1) }
}

export const moveSessionCommand = freeCommand({
  name: 'plan move',
  usage: 'plan move [@athlete] [thu sat]',
  summary: 'Move a session to another day of its week; two days with sessions swap',
  example: 'plan move thu sat',
  audience: 'member',
  async answer(context, words) {
    const people = await peopleNamed(
      context,
      words.flatMap(word => (word.kind === 'person' ? [word.slackUserId] : [])),
    )
    if (!people.ok) return people
    const [athlete = null, second] = people.value
    if (second) return misuse('One person at a time.')
    const text = textOf(words.filter(word => word.kind !== 'person')).toLowerCase()
    if (text === '') return modalAnswer(await moveView(context, { athlete, key: null }))
    const [from = '', to = '', ...rest] = text.split(/\s+(?:(?:to|→|->|with|and)\s+)?|\s*(?:→|->)\s*/)
    const { engine } = context.deps
    const day = await ask(engine, context.who, showDay, { athlete, on: null })
    if (!day.ok) return day
    const days = daysOf(from, to, day.value.today)
    if (!days || rest.length > 0) return misuse('From which day to which? Write two weekdays: `thu sat`.')
    const done = await perform(engine, { who: context.who, surface: 'command' }, moveSession, {
      athlete,
      which: { on: days.from },
      to: days.to,
      isSwap: true,
      note: '',
    })
    return done.ok ? ok({ kind: 'message', message: changeDone(done.value) }) : done
  },
})

export const ownMovesCommand = subcommand({
  name: 'plan moves',
  usage: 'plan moves allow|ask',
  summary: 'May athletes move sessions within their week by themselves, or do they ask first?',
  example: 'plan moves ask',
  audience: 'head-coach',
  input: words => {
    const text = textOf(words).toLowerCase()
    if (text === 'allow' || text === 'ask') return ok({ isAllowed: text === 'allow' })
    return misuse('Write `allow` or `ask`.')
  },
  useCase: setOwnMoves,
  view: ({ isAllowed }) =>
    onlyWords(
      isAllowed
        ? mrkdwn`✓ Athletes move sessions within their week by themselves, and their coach is told.`
        : mrkdwn`✓ Athletes ask before a session is moved: their coach gets the change with OK and No.`,
    ),
})
