import type { Visibility } from '#domain/activity/activity.ts'
import { addDays, daysBetween } from '#domain/calendar/local-day.ts'
import { DAY_MS, type Instant, type LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listDailyLoads } from '#store/load-store.ts'
import type { AthleteKey } from '#store/vdot-store.ts'

/** Days that fitness is reckoned over: six times the 42 after which most of a load has faded. */
const DAYS = 270

export type DailyLoads = {
  /** The first day with any load, or the last of all where there is none. */
  first: LocalDay
  /** Of each day from the first to the last asked for, rest days as 0. */
  loads: number[]
  /** Of one day, also before the first. */
  loadOn: (day: LocalDay) => number
}

/** Somebody's loads up to a day; `counts` says of an activity's visibility whether the reader may know of it. */
export async function dailyLoads(
  db: Reading,
  who: AthleteKey,
  today: LocalDay,
  now: Instant,
  counts: (visibility: Visibility) => boolean,
): Promise<DailyLoads> {
  const span = { from: now - (DAYS + 1) * DAY_MS, to: now + DAY_MS }
  const found = (await listDailyLoads(db, who, span)).filter(row => counts(row.visibility as Visibility))
  const byDay = new Map<string, number>()
  for (const { on, loadMilli } of found) byDay.set(on, (byDay.get(on) ?? 0) + loadMilli / 1_000)
  const loadOn = (day: LocalDay) => byDay.get(day) ?? 0
  const first = found[0]?.on ?? today
  const length = Math.min(DAYS, Math.max(1, daysBetween(first, today) + 1))
  const loads = Array.from({ length }, (_, index) => loadOn(addDays(today, index - length + 1)))
  return { first, loads, loadOn }
}
