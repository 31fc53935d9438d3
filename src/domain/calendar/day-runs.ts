import type { Instant, Zone } from '#kernel/instant.ts'
import { DAY_MS } from '#kernel/instant.ts'
import { type DayRange, lengthInDays } from './day-range.ts'
import { addDays } from './local-day.ts'
import { startOfDay } from './local-time-to-instant.ts'

/** Days that follow each other at twenty-four hours; the last of them may be longer or shorter. */
export type DayRun = {
  /** Where its first day starts. */
  readonly from: Instant
  /** Its first day's place in the range, from 0. */
  readonly index: number
  readonly days: number
}

/**
 * The days of the range in the zone as few runs, so that a database can find an instant's day by division: a month
 * without a change of clocks is one run, a change of clocks begins another.
 */
export function dayRunsOf(range: DayRange, zone: Zone): DayRun[] {
  const runs: { from: Instant; index: number; days: number }[] = []
  for (let index = 0; index < lengthInDays(range); index += 1) {
    const from = startOfDay(addDays(range.from, index), zone)
    const run = runs.at(-1)
    if (run && from === run.from + run.days * DAY_MS) run.days += 1
    else runs.push({ from, index, days: 1 })
  }
  return runs
}

/** The place in the range of the day in which the instant lies; the instant is in the range. */
export function dayIndexAt(runs: readonly DayRun[], at: Instant): number {
  const run = runs.findLast(({ from }) => from <= at)
  if (!run) throw new RangeError('before the range')
  return run.index + Math.min(run.days - 1, Math.floor((at - run.from) / DAY_MS))
}
