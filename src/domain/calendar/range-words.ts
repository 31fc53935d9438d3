import type { LocalDay } from '#kernel/instant.ts'
import { isLocalDay } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { DayRange } from './day-range.ts'
import { daysUpTo, lengthInDays, monthOf, weekOf } from './day-range.ts'
import { addDays } from './local-day.ts'

/** A year and a leap day: longer questions are asked in parts. */
export const MAX_RANGE_DAYS = 366

export type RangeRefusal =
  | { code: 'unknown-range'; text: string }
  | { code: 'range-backwards'; from: LocalDay; to: LocalDay }
  | { code: 'range-too-long'; days: number; maxDays: number }

const NAMED: Readonly<Record<string, (today: LocalDay) => DayRange>> = {
  today: today => ({ from: today, to: today }),
  yesterday: today => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  'this week': today => weekOf(today),
  'last week': today => weekOf(addDays(today, -7)),
  'this month': today => monthOf(today),
  'last month': today => monthOf(addDays(monthOf(today).from, -1)),
  '7d': today => daysUpTo(today, 7),
  '14d': today => daysUpTo(today, 14),
  '30d': today => daysUpTo(today, 30),
  '60d': today => daysUpTo(today, 60),
  '90d': today => daysUpTo(today, 90),
}

/** The words that name a range, in the order in which help lists them. */
export const RANGE_WORDS: readonly string[] = Object.keys(NAMED)

const TWO_DAYS = /^(\d{4}-\d{2}-\d{2})\s*(?:\.\.|…|–|—|\s-\s|\sto\s)\s*(\d{4}-\d{2}-\d{2})$/

/**
 * Reads a range as people write it: a word of `RANGE_WORDS`, one day `2026-04-01`, or two days
 * `2026-04-01..2026-04-30`. Weeks are Monday to Sunday; `7d` is seven days of which today is the last; "this week" and
 * "this month" run to their end. `today` is the reader's own calendar day.
 */
export function parseRangeWords(text: string, today: LocalDay): Result<DayRange, RangeRefusal> {
  const words = text.trim().toLowerCase().replaceAll('-week', ' week').replaceAll('-month', ' month')
  const phrase = words.replace(/\s+/g, ' ')
  const named = Object.hasOwn(NAMED, phrase) ? NAMED[phrase] : undefined
  if (named) return ok(named(today))
  if (isLocalDay(phrase)) return ok({ from: phrase, to: phrase })
  const [, from = '', to = ''] = TWO_DAYS.exec(phrase) ?? []
  if (!isLocalDay(from) || !isLocalDay(to)) return refuse({ code: 'unknown-range', text: text.trim() })
  return requireRange({ from, to })
}

/** The range, if its days are in order and no more than `MAX_RANGE_DAYS`. */
export function requireRange(range: DayRange): Result<DayRange, RangeRefusal> {
  if (range.to < range.from) return refuse({ code: 'range-backwards', from: range.from, to: range.to })
  const days = lengthInDays(range)
  if (days > MAX_RANGE_DAYS) return refuse({ code: 'range-too-long', days, maxDays: MAX_RANGE_DAYS })
  return ok(range)
}
