import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

export type UntilTyped = { until: LocalDay | null; rest: Word[] }

/** Takes `until 2026-12-31` out of what was typed. */
export function readUntil(words: readonly Word[]): Result<UntilTyped, CodeRefusal | Misuse> {
  const at = words.findIndex(
    word => word.kind === 'text' && !word.isQuoted && word.text.toLowerCase() === 'until',
  )
  if (at < 0) return ok({ until: null, rest: [...words] })
  const value = words[at + 1]?.text
  if (value === undefined) return misuse('Until when? Write it as until 2026-12-31.')
  if (!isLocalDay(value)) return refuse({ code: 'code-until-wrong', text: value })
  return ok({ until: value, rest: words.filter((_, index) => index !== at && index !== at + 1) })
}
