import type { Instant } from '#kernel/instant.ts'
import { DAY_MS, instant, MINUTE_MS } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { Measured } from './activity.ts'
import { isRun } from './sub-type.ts'
import { cmOfKm, cmOfMeters } from './units.ts'
import { fastestEverMs } from './world-records.ts'

/** Why nobody can have done this. */
export type ImpossibleActivity =
  | { code: 'nothing-done'; field: 'distance' | 'duration' }
  /** `fastestMs`: the world's best time over the distance, or what it makes of it between two record distances. */
  | { code: 'faster-than-world-record'; distanceCm: number; durationMs: number; fastestMs: number }
  | { code: 'longer-than-a-day'; durationMs: number }
  | { code: 'distance-too-long'; distanceCm: number; maxCm: number }
  | { code: 'in-future'; endedAt: Instant; now: Instant }
  | { code: 'too-long-ago'; startedAt: Instant; earliest: Instant }
  | { code: 'heart-rate-impossible'; beats: number; min: number; max: number }
  | { code: 'climb-impossible'; climbCm: number; maxCm: number }

/** More than 24 hours of activity on one calendar day. */
export type ImpossibleDay = { code: 'day-too-full'; totalMs: number }

/** Watches and phones are never quite of one mind about the time. */
const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS
const EARLIEST = instant(Date.UTC(2000, 0, 1))
const MIN_HEART_RATE = 25
const MAX_HEART_RATE = 240
const MAX_RUN_CM = cmOfKm(500)
/** Beyond any day's ride on record; here to refuse broken files. */
const MAX_OTHER_CM = cmOfKm(2_000)
/** Beyond any day's climb on record. */
const MAX_CLIMB_CM = cmOfMeters(40_000)

/** The same measurement, if a person can have done it; `now` is compared to its end. Only runs know world records. */
export function requirePossible(measured: Measured, now: Instant): Result<Measured, ImpossibleActivity> {
  const why =
    wrongDuration(measured) ?? wrongDistance(measured) ?? wrongInstant(measured, now) ?? wrongBody(measured)
  return why ? refuse(why) : ok(measured)
}

/** Refuses a calendar day whose activities, of all kinds together, took more than 24 hours; whole milliseconds. */
export function requireDayPossible(totalMs: number): Result<number, ImpossibleDay> {
  return totalMs > DAY_MS ? refuse({ code: 'day-too-full', totalMs }) : ok(totalMs)
}

function wrongDuration({ durationMs }: Measured): ImpossibleActivity | undefined {
  // Written so that NaN, which a broken file can give, is refused too.
  if (!(durationMs > 0)) return { code: 'nothing-done', field: 'duration' }
  if (durationMs > DAY_MS) return { code: 'longer-than-a-day', durationMs }
  return undefined
}

function wrongDistance({ subType, distanceCm, durationMs }: Measured): ImpossibleActivity | undefined {
  if (distanceCm === null) return undefined
  if (!(distanceCm > 0)) return { code: 'nothing-done', field: 'distance' }
  const maxCm = isRun(subType) ? MAX_RUN_CM : MAX_OTHER_CM
  if (distanceCm > maxCm) return { code: 'distance-too-long', distanceCm, maxCm }
  const fastestMs = isRun(subType) ? Math.round(fastestEverMs(distanceCm)) : 0
  if (durationMs < fastestMs) return { code: 'faster-than-world-record', distanceCm, durationMs, fastestMs }
  return undefined
}

function wrongInstant({ startedAt, durationMs }: Measured, now: Instant): ImpossibleActivity | undefined {
  const endedAt = startedAt + durationMs
  if (endedAt > now + CLOCK_TOLERANCE_MS) return { code: 'in-future', endedAt: instant(endedAt), now }
  if (startedAt < EARLIEST) return { code: 'too-long-ago', startedAt, earliest: EARLIEST }
  return undefined
}

function wrongBody({ averageHeartRate, maxHeartRate, climbCm }: Measured): ImpossibleActivity | undefined {
  const beats = [averageHeartRate, maxHeartRate].find(
    rate => rate !== null && !(rate >= MIN_HEART_RATE && rate <= MAX_HEART_RATE),
  )
  if (typeof beats === 'number') {
    return { code: 'heart-rate-impossible', beats, min: MIN_HEART_RATE, max: MAX_HEART_RATE }
  }
  if (climbCm !== null && !(climbCm >= 0 && climbCm <= MAX_CLIMB_CM)) {
    return { code: 'climb-impossible', climbCm, maxCm: MAX_CLIMB_CM }
  }
  return undefined
}
