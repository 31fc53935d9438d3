import { METERS_PER_MILE } from '#domain/activity/units.ts'
import { MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import { type LengthUnit, PACE_ZONES, type PaceZone, type Target } from '../workout.ts'
import { fail, type Reader, take } from './reader.ts'

/** The least and the most that anybody is asked for. */
export const PACE_BOUNDS = { fastestMsPerKm: 2 * MINUTE_MS, slowestMsPerKm: 20 * MINUTE_MS } as const
export const HEART_RATE_BOUNDS = { least: 40, most: 230 } as const
const MOST_EFFORT = 10

const ZONE = /z(?:one)?\s*(?<zone>\d+)(?![\w:])/iy
const EFFORT = /rpe\s*(?<effort>\d+)(?:\s*\/\s*10)?(?![\w:])/iy
const HEART_RATE = /hr\s*(?<low>\d+)(?:\s*[-–—]\s*(?<high>\d+))?(?:\s*bpm)?(?![\w:])/iy
const BEATS = /(?<low>\d+)(?:\s*[-–—]\s*(?<high>\d+))?\s*bpm(?![\w:])/iy
const PACE =
  /(?<minutes>\d{1,2}):(?<seconds>[0-5]\d)(?:\s*[-–—]\s*(?<toMinutes>\d{1,2}):(?<toSeconds>[0-5]\d))?(?<per>\s*(?:\/|per)\s*(?<unit>kms?|k|miles?|mi))?(?![\w:])/iy
/** Without `@` only what names its unit is a pace: `3:40` alone would be a duration. */
const PACE_WITH_UNIT =
  /(?<minutes>\d{1,2}):(?<seconds>[0-5]\d)(?:\s*[-–—]\s*(?<toMinutes>\d{1,2}):(?<toSeconds>[0-5]\d))?(?<per>\s*(?:\/|per)\s*(?<unit>kms?|k|miles?|mi))(?![\w:])/iy

/** What stands after `@`; undefined when it is none of the targets. */
export function readTargetAfterAt(reader: Reader): Target | undefined {
  return zone(reader) ?? effort(reader) ?? heartRate(reader) ?? pace(reader, PACE)
}

/** A target that is understood without its `@`. */
export function readBareTarget(reader: Reader): Target | undefined {
  return zone(reader) ?? effort(reader) ?? heartRate(reader) ?? pace(reader, PACE_WITH_UNIT)
}

function zone(reader: Reader): Target | undefined {
  const from = reader.at
  const found = take(reader, ZONE)?.groups?.zone
  if (found === undefined) return undefined
  const number = PACE_ZONES.find(each => each === Number(found)) as PaceZone | undefined
  return number ? { kind: 'zone', zone: number } : fail(reader, { code: 'zone-unknown' }, from)
}

function effort(reader: Reader): Target | undefined {
  const from = reader.at
  const found = take(reader, EFFORT)?.groups?.effort
  if (found === undefined) return undefined
  const number = Number(found)
  if (number < 1 || number > MOST_EFFORT) fail(reader, { code: 'effort-out-of-range' }, from)
  return { kind: 'effort', effort: number }
}

function heartRate(reader: Reader): Target | undefined {
  const from = reader.at
  const found = (take(reader, HEART_RATE) ?? take(reader, BEATS))?.groups
  if (!found) return undefined
  const beats = [Number(found.low), Number(found.high ?? found.low)]
  const { least, most } = HEART_RATE_BOUNDS
  if (beats.some(each => each < least || each > most)) {
    fail(reader, { code: 'heart-rate-out-of-range', least, most }, from)
  }
  return { kind: 'heart-rate', lowBpm: Math.min(...beats), highBpm: Math.max(...beats) }
}

function pace(reader: Reader, pattern: RegExp): Target | undefined {
  const from = reader.at
  const found = take(reader, pattern)?.groups
  if (!found) return undefined
  const { minutes, seconds, toMinutes, toSeconds } = found
  const unit: LengthUnit = found.unit?.toLowerCase().startsWith('m') ? 'mi' : 'km'
  const first = msPerKmOf(Number(minutes) * 60 + Number(seconds), unit)
  const second = toMinutes ? msPerKmOf(Number(toMinutes) * 60 + Number(toSeconds), unit) : first
  const [fastestMsPerKm, slowestMsPerKm] = [Math.min(first, second), Math.max(first, second)]
  if (fastestMsPerKm < PACE_BOUNDS.fastestMsPerKm || slowestMsPerKm > PACE_BOUNDS.slowestMsPerKm) {
    fail(reader, { code: 'pace-out-of-range' }, from)
  }
  return { kind: 'pace', fastestMsPerKm, slowestMsPerKm, unit }
}

/** Milliseconds a kilometre, whole, of whole seconds a unit; `paceSecondsIn` gives the seconds back exactly. */
export function msPerKmOf(secondsPerUnit: number, unit: LengthUnit): number {
  return Math.round((secondsPerUnit * SECOND_MS) / kmPer(unit))
}

/** Whole seconds a unit of milliseconds a kilometre. */
export function paceSecondsIn(unit: LengthUnit, msPerKm: number): number {
  return Math.round((msPerKm * kmPer(unit)) / SECOND_MS)
}

function kmPer(unit: LengthUnit): number {
  return unit === 'km' ? 1 : METERS_PER_MILE / 1_000
}
