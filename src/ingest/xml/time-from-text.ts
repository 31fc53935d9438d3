import { type Instant, instant } from '#kernel/instant.ts'

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** An XML dateTime as an instant; without an offset it is UTC, as GPX 1.1 has it. Undefined when it is none. */
export function timeFromText(text: string | undefined): Instant | undefined {
  const match = text === undefined ? null : DATE_TIME.exec(text)
  if (!match) return undefined
  const milliseconds = Date.parse(match[1] ? match[0] : `${match[0]}Z`)
  return Number.isNaN(milliseconds) ? undefined : instant(milliseconds)
}
