import type { LocalDay } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import type { LineUnits } from './line-quantities.ts'
import type { LineRefusal } from './line-refusal.ts'
import type { LineValues } from './line-values.ts'

/** One thing a line says, with the text that said it. */
export type LineFact = { text: string } & LineMeaning

export type LineMeaning =
  | { [F in keyof LineValues]: { field: F; value: LineValues[F] } }[keyof LineValues]
  /** `40m`: minutes or metres, to be settled by what else the line says. */
  | { field: 'minutes-or-meters'; count: number }
  /** `8.2`: a distance in the athlete's units, if the line gives no other. */
  | { field: 'bare-number'; number: string }
  /** The bare word `run`, which says less than any sub-type beside it. */
  | { field: 'some-run' }
  | { field: 'filler' }

/** What words such as `yesterday` and a bare `@5:30` are read against. */
export type LineContext = { today: LocalDay; units: LineUnits }

/**
 * A way to read words. `pattern` is what is to be read at the present place, in lower case, up to a word's end; `read`
 * gives its meaning, a refusal where it can only have been meant so, or undefined to let the next reader try.
 */
export type LineReader = {
  pattern: RegExp
  read(groups: readonly (string | undefined)[], context: LineContext): LineReading
}
export type LineReading = Result<LineMeaning, LineRefusal> | undefined

/** A pattern at the present place that ends where a word does. */
export function wordPattern(source: string): RegExp {
  return new RegExp(`(?:${source})(?=[,;.!]*(?:\\s|$))`, 'uy')
}
