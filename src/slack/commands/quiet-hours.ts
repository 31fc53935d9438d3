import { localTimeFromWords } from '#domain/calendar/local-time.ts'
import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { type SetQuietHours, setQuietHours, showQuietHours } from '#usecases/signal/set-quiet-hours.ts'
import { quietHoursForm, quietHoursSet } from '#views/quiet-hours.ts'
import { freeCommand, misuse } from '../kit/subcommand.ts'
import { textOf, type Word } from '../kit/words.ts'

export const quietHoursCommand = freeCommand({
  name: 'quiet',
  usage: 'quiet [21:00 7:00|off]',
  summary: 'When nothing that Astral sends by itself may reach you',
  example: 'quiet 22:00 6:30',
  audience: 'member',
  async answer(context, words) {
    const { engine } = context.deps
    if (words.length === 0) {
      const own = await ask(engine, context.who, showQuietHours, {})
      return own.ok ? ok({ kind: 'modal', view: quietHoursForm(own.value) }) : own
    }
    const input = readQuietTyped(words)
    if (input === undefined) return misuse('Two times are needed, or `off`.')
    const done = await perform(engine, { who: context.who, surface: 'command' }, setQuietHours, input)
    return done.ok ? ok({ kind: 'message', message: quietHoursSet(done.value) }) : done
  },
})

/** `22:00 6:30`, `22-6`, `from 9pm to 7am`, `off`; undefined when it is none of these. */
function readQuietTyped(words: readonly Word[]): SetQuietHours | undefined {
  const text = textOf(words).toLowerCase().trim()
  if (['off', 'none', 'no'].includes(text)) return null
  const [from, to, ...rest] = text
    .replace(/^from\s+/, '')
    .split(/\s*(?:\bto\b|[-–—])\s*|\s+/)
    .map(localTimeFromWords)
  return from && to && rest.length === 0 ? { from, to } : undefined
}
