import { localTimeFromWords } from '#domain/calendar/local-time.ts'
import { type Weekday, weekdayFromWord } from '#domain/calendar/weekday.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { groupAvailability } from '#usecases/plan/availability/group-availability.ts'
import { ownAvailability } from '#usecases/plan/availability/own-availability.ts'
import { setRound } from '#usecases/plan/availability/set-round.ts'
import { availabilityForm, groupAvailabilityShown, roundSet } from '#views/availability.ts'
import { type Answer, freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'

type Typed = { groupName: string; turn: { weekday: Weekday; time: LocalTime } | 'off' | null }

/** `"group"`, `"group" sunday 18:00`, `"group" off`; without quotes the group is what stands before them. */
function readTyped(words: readonly Word[]): Result<Typed, Refusal | Misuse> {
  const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
  const free = words.flatMap(word => (word.kind === 'text' && word !== quoted ? [word.text] : []))
  const isOff = free.at(-1)?.toLowerCase() === 'off'
  const dayAt = free.findLastIndex(word => weekdayFromWord(word) !== undefined)
  const rest = isOff ? free.slice(0, -1) : dayAt < 0 ? free : free.slice(0, dayAt)
  const groupName = quoted?.text ?? rest.join(' ')
  if (groupName === '') return misuse('Which group? Put its name in quotes.')
  if (quoted && rest.length > 0) return misuse(`I don’t understand “${rest.join(' ')}”.`)
  if (isOff) return ok({ groupName, turn: 'off' })
  if (dayAt < 0) return ok({ groupName, turn: null })
  const said = free
    .slice(dayAt + 1)
    .filter(word => word.toLowerCase() !== 'at')
    .join(' ')
  if (said === '') return misuse('At what time? Write it as 18:00.')
  const time = localTimeFromWords(said)
  if (time === undefined) return refuse({ code: 'time-unknown', text: said })
  return ok({ groupName, turn: { weekday: weekdayFromWord(free[dayAt] ?? '') ?? 7, time } })
}

export const availabilityCommand = freeCommand({
  name: 'availability',
  usage: 'availability ["group" [weekday time|off]]',
  summary: 'When you can train next week; for coaches a group’s answers, and when they are asked',
  example: 'availability "Morning Milers" sunday 18:00',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const { engine } = context.deps
    if (words.length === 0) {
      const own = await ask(engine, context.who, ownAvailability, { weekOn: null })
      return own.ok ? ok({ kind: 'message', message: availabilityForm(own.value) }) : own
    }
    const typed = readTyped(words)
    if (!typed.ok) return typed
    const { groupName, turn } = typed.value
    if (turn === null) {
      const found = await ask(engine, context.who, groupAvailability, { groupName, on: null })
      return found.ok ? ok({ kind: 'message', message: groupAvailabilityShown(found.value) }) : found
    }
    const deed = { who: context.who, surface: 'command' } as const
    const done = await perform(engine, deed, setRound, { groupName, turn: turn === 'off' ? null : turn })
    return done.ok ? ok({ kind: 'message', message: roundSet(done.value) }) : done
  },
})
