import type { LocalDay } from '#kernel/instant.ts'
import type { DayRange } from './day-range.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/**
 * The range for people: `14–20 Nov 2026`, `30 Nov – 6 Dec 2026`, `28 Dec 2026 – 3 Jan 2027`, `20 Nov 2026`. What both
 * ends share is said once; the dash has spaces where an end is more than a number.
 */
export function rangeInWords({ from, to }: DayRange): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  if (from === to) return dayInWords(from)
  if (first.year !== last.year) return `${dayInWords(from)} – ${dayInWords(to)}`
  if (first.month !== last.month) return `${first.day} ${first.month} – ${dayInWords(to)}`
  return `${first.day}–${dayInWords(to)}`
}

/** The day for people: `20 Nov 2026`. */
export function dayInWords(on: LocalDay): string {
  const { day, month, year } = partsOf(on)
  return `${day} ${month} ${year}`
}

function partsOf(on: LocalDay): { day: number; month: string; year: number } {
  return {
    day: Number(on.slice(8)),
    month: MONTHS[Number(on.slice(5, 7)) - 1] ?? '',
    year: Number(on.slice(0, 4)),
  }
}
