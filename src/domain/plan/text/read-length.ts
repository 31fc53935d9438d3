import { distanceCmOf, durationMsOfUnits } from '#domain/activity/line-quantities.ts'
import { cmOfMiles, milesOf } from '#domain/activity/units.ts'
import { SECOND_MS } from '#kernel/instant.ts'
import type { Length } from '../workout.ts'
import { fail, look, type Reader, take } from './reader.ts'

const OPEN = /(?:open|until lap|lap)(?![a-z])/iy
const DISTANCE =
  /(?<number>\d+(?:[.,]\d+)?)\s*(?<unit>kilomet(?:er|re)s?|kms?|k|miles?|mi|met(?:er|re)s?|m)(?![a-z\d])/iy
/** Minutes and seconds, or hours too; `h` after two parts makes them hours and minutes. */
const CLOCK =
  /(?<first>\d{1,3}):(?<second>[0-5]\d)(?::(?<third>[0-5]\d))?(?<isHours>\s*h(?![a-z]))?(?![\d:/])/iy
const HOURS =
  /(?<hours>\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?(?:(?<bare>[0-5]?\d)(?![\d:x×*.,a-z'’′"])|\s*(?<minutes>\d+)\s*(?:min(?:ute)?s?|m|['’′])(?:\s*(?<seconds>\d{1,2})(?:\s*s(?:ec(?:ond)?s?)?|["″”“]|(?![\d:x×*.,a-z'’′"])))?)?(?![a-z\d])/iy
const MINUTES =
  /(?<minutes>\d+(?:[.,]\d+)?)\s*(?:min(?:ute)?s?|['’′](?!['’′]))(?:(?<bare>[0-5]?\d)(?![\d:x×*.,a-z'’′"″”“])|\s*(?<seconds>\d{1,2})(?:\s*s(?:ec(?:ond)?s?)?|["″”“]))?(?![a-z\d])/iy
const SECONDS = /(?<seconds>\d+)(?:\s*s(?:ec(?:ond)?s?)?|["″”“]|['’′]{2})(?![a-z\d])/iy
const NUMBER = /\d+(?:[.,]\d+)?/y

/** A distance in whole metres or hundredths of a mile, a duration in whole seconds, or `open`. */
export function readLength(reader: Reader): Length {
  const from = reader.at
  const length = openLength(reader) ?? distance(reader) ?? duration(reader)
  if (!length) {
    if (take(reader, NUMBER)) fail(reader, { code: 'no-unit' }, from)
    return fail(reader, { code: 'no-length' })
  }
  if ((length.kind === 'distance' && length.cm === 0) || (length.kind === 'duration' && length.ms === 0)) {
    fail(reader, { code: 'length-zero' }, from)
  }
  return length
}

/** Does a length start here? */
export function isLengthAhead(reader: Reader): boolean {
  return look(reader, NUMBER) !== undefined || look(reader, OPEN) !== undefined
}

function openLength(reader: Reader): Length | undefined {
  return take(reader, OPEN) && { kind: 'open' }
}

function distance(reader: Reader): Length | undefined {
  const { number, unit } = take(reader, DISTANCE)?.groups ?? {}
  if (!number || !unit) return undefined
  const cm = distanceCmOf(number, unit.toLowerCase())
  return unit.toLowerCase().startsWith('mi')
    ? { kind: 'distance', cm: cmOfMiles(Math.round(milesOf(cm) * 100) / 100), unit: 'mi' }
    : { kind: 'distance', cm: Math.round(cm / 100) * 100, unit: 'km' }
}

function duration(reader: Reader): Length | undefined {
  const ms = clockMs(reader) ?? unitsMs(reader)
  return ms === undefined ? undefined : { kind: 'duration', ms: Math.round(ms / SECOND_MS) * SECOND_MS }
}

function clockMs(reader: Reader): number | undefined {
  const found = take(reader, CLOCK)?.groups
  if (!found) return undefined
  const { first, second, third, isHours } = found
  return isHours || third !== undefined
    ? durationMsOfUnits(first, second, third)
    : durationMsOfUnits(undefined, first, second)
}

function unitsMs(reader: Reader): number | undefined {
  const hours = take(reader, HOURS)?.groups
  if (hours) return durationMsOfUnits(hours.hours, hours.minutes ?? hours.bare, hours.seconds)
  const minutes = take(reader, MINUTES)?.groups
  if (minutes) return durationMsOfUnits(undefined, minutes.minutes, minutes.seconds ?? minutes.bare)
  const seconds = take(reader, SECONDS)?.groups
  return seconds && durationMsOfUnits(undefined, undefined, seconds.seconds)
}
