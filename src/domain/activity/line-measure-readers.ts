import { ok, refuse } from '#kernel/result.ts'
import type { LineReader } from './line-fact.ts'
import { wordPattern } from './line-fact.ts'
import {
  climbCmOf,
  distanceCmOf,
  durationMsOfClock,
  durationMsOfUnits,
  secondsPerKmOf,
} from './line-quantities.ts'
import { cmOfKm } from './units.ts'

const DECIMAL = String.raw`\d{1,7}(?:[.,]\d{1,4})?`
const MINUTES = '(?:m|min|mins|minutes?)'
const SECONDS = '(?:s|secs?|seconds?)'

/** Above this a bare `m` can only be metres: five hours are written with an `h`. */
const MOST_BARE_MINUTES = 300

export const MARATHON_KM = 42.195

/** `@5:30`, `5:30/km`, `at 8:50 min/mi`, `pace 5:30` */
export const paceReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(
      String.raw`(?:(?:@|at\s|pace:?\s)\s*)?(\d{1,2}):([0-5]\d)\s*(?:min\s*)?(?:/|per\s)\s*(km?|mi|mile)(?:\s+pace)?`,
    ),
    read: ([, minutes = '', seconds = '', per = '']) =>
      ok({ field: 'pace', value: secondsPerKmOf(minutes, seconds, per.startsWith('m') ? 'mi' : 'km') }),
  },
  {
    pattern: wordPattern(
      String.raw`(?:@|pace:?\s)\s*(\d{1,2}):([0-5]\d)|(?:at\s+)?(\d{1,2}):([0-5]\d)\s+pace`,
    ),
    read: ([, minutes, seconds, otherMinutes = '', otherSeconds = ''], { units }) =>
      ok({
        field: 'pace',
        value: secondsPerKmOf(minutes ?? otherMinutes, seconds ?? otherSeconds, units),
      }),
  },
]

/** `hr 150`, `avg hr: 150 bpm`, `150bpm` */
export const heartRateReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(
      String.raw`(?:(?:avg|average)\s+)?(?:hr|heart\s?rate|bpm)\s*[:=]?\s*(\d{2,3})(?:\s*bpm)?|(\d{2,3})\s*bpm`,
    ),
    read: ([, after, before]) => ok({ field: 'heart-rate', value: Number(after ?? before) }),
  },
]

/** `rpe 6`, `effort 7/10`, `rpe: 4`; 1 to 10 */
export const effortReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(String.raw`(?:rpe|effort)\s*[:=]?\s*(10|[1-9])(?:\s*/\s*10)?`),
    read: ([, effort]) => ok({ field: 'effort', value: Number(effort) }),
  },
]

/** `+120m`, `climb 400 ft`, `120 m elevation` */
export const climbReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(
      String.raw`\+\s*(\d{1,5})\s*(m|ft)|(?:climb|elev|elevation|gain|ascent)\s*[:+]?\s*(\d{1,5})\s*(m|ft)?|(\d{1,5})\s*(m|ft)\s+(?:climb|elev|elevation|gain|ascent|up)`,
    ),
    read: ([, a, aUnit, b, bUnit, c, cUnit]) =>
      ok({ field: 'climb', value: climbCmOf(a ?? b ?? c ?? '', aUnit ?? bUnit ?? cUnit) }),
  },
]

/** `45:10`, `1:12:30`, `20:15.4`, `1h05`, `1h 5min`, `1.5h`, `45min`, `45'`, `45'10`, `12s`, `45m 10s` (but `100m 12s` is a sprint) */
export const timeReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(
      String.raw`(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,3}))?|(\d{1,3})['’′]([0-5]\d)`,
    ),
    read: ([, first, second, third, fraction, minutes, seconds]) => {
      const parts = [first ?? minutes, second ?? seconds, third].filter(part => part !== undefined)
      return ok({ field: 'time', value: durationMsOfClock(parts, fraction) })
    },
  },
  {
    pattern: wordPattern(String.raw`\d+(?::\d*)+\S*`),
    read: ([text = '']) => refuse({ code: 'time-unreadable', text }),
  },
  {
    pattern: wordPattern(
      String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?)(?:\s*(\d{1,3})\s*${MINUTES}|(\d{2}))?(?:\s*(\d{1,2})\s*${SECONDS})?`,
    ),
    read: ([, hours, minutes, glued, seconds]) =>
      ok({ field: 'time', value: durationMsOfUnits(hours, minutes ?? glued, seconds) }),
  },
  {
    pattern: wordPattern(
      String.raw`(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:min|mins|minutes?|['’′])(?:\s*(\d{1,2})\s*${SECONDS})?|([1-5]?\d)m\s*(\d{1,2})s`,
    ),
    read: ([, minutes, seconds, shortMinutes, shortSeconds]) =>
      ok({
        field: 'time',
        value: durationMsOfUnits(undefined, minutes ?? shortMinutes, seconds ?? shortSeconds),
      }),
  },
  {
    pattern: wordPattern(String.raw`(\d{1,5}(?:[.,]\d{1,3})?)\s*${SECONDS}`),
    read: ([, seconds]) => ok({ field: 'time', value: durationMsOfUnits(undefined, undefined, seconds) }),
  },
]

/** `8.2km`, `8,2 km`, `5k`, `10 mi`, `10000m`, `half marathon`, and the sum of `5x1000` or `6 x 800m` */
export const distanceReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(String.raw`(\d{1,2})\s*[x×*]\s*(${DECIMAL})\s*(km?|m|mi)?`),
    read: ([, times, number = '', unit = 'm']) =>
      ok({ field: 'distance', value: Number(times) * distanceCmOf(number, unit) }),
  },
  {
    pattern: wordPattern(String.raw`(\d{1,3})\s*m`),
    read: ([, number]) =>
      Number(number) <= MOST_BARE_MINUTES
        ? ok({ field: 'minutes-or-meters', count: Number(number) })
        : undefined,
  },
  {
    pattern: wordPattern(
      String.raw`(${DECIMAL})\s*(kms?|k|kilomet(?:er|re)s?|mi|miles?|m|met(?:er|re)s?|mtrs?)`,
    ),
    read: ([, number = '', unit = '']) => ok({ field: 'distance', value: distanceCmOf(number, unit) }),
  },
  {
    pattern: wordPattern(String.raw`(half)(?:[-\s]?marathon)?|marathon`),
    read: ([, half]) => ok({ field: 'distance', value: cmOfKm(half ? MARATHON_KM / 2 : MARATHON_KM) }),
  },
]

/** `8.2` alone, which may be a distance; to be tried after everything else that begins with a digit. */
export const bareNumberReaders: readonly LineReader[] = [
  { pattern: wordPattern(DECIMAL), read: ([number = '']) => ok({ field: 'bare-number', number }) },
]
