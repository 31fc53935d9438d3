import { isRun, type SubType } from '#domain/activity/sub-type.ts'
import type { SentActivity } from '#domain/connection/connection.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { subTypeFromSport } from '../sub-type-from-sport.ts'
import { type Fields, isRecord, meanOf, quantityOf, textIn, timeIn } from './workout-fields.ts'

/** Which field of what was pushed is wrong, and what should be there. */
export type PushRefusal = { code: 'push-malformed'; field: string; expected: string }

/** More are no sync of an app any more. */
export const MOST_WORKOUTS = 1_000
const NAME_MOST = 80

/**
 * Reads what the app Health Auto Export pushes, in its versions 1 and 2: `{ "data": { "workouts": [ … ] } }`. Health
 * metrics beside the workouts, routes and whatever else there is are not read.
 */
export function readWorkouts(bytes: Uint8Array): Result<SentActivity[], PushRefusal> {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return malformed('', 'JSON in UTF-8')
  }
  if (!isRecord(read)) return malformed('', 'an object')
  if (!isRecord(read.data)) return malformed('data', 'an object')
  const { workouts } = read.data
  // An export of health metrics alone.
  if (workouts === undefined || workouts === null) return ok([])
  if (!Array.isArray(workouts)) return malformed('data.workouts', 'a list')
  if (workouts.length > MOST_WORKOUTS) return malformed('data.workouts', `at most ${MOST_WORKOUTS} workouts`)
  const found: SentActivity[] = []
  for (const [index, workout] of workouts.entries()) {
    const one = workoutOf(workout, `data.workouts[${index}]`)
    if (!one.ok) return one
    found.push(one.value)
  }
  return ok(found)
}

function workoutOf(workout: unknown, at: string): Result<SentActivity, PushRefusal> {
  if (!isRecord(workout)) return malformed(at, 'an object')
  const name = textIn(workout, 'name')
  if (name === null) return malformed(`${at}.name`, 'the kind of workout, such as "Outdoor Run"')
  const start = timeIn(workout, 'start')
  if (start === null) return malformed(`${at}.start`, 'a time such as "2026-11-20 07:30:00 +0100"')
  const end = timeIn(workout, 'end')
  const seconds = typeof workout.duration === 'number' ? workout.duration : null
  if (end === null && seconds === null) return malformed(`${at}.end`, 'a time, or a duration in seconds')
  if (end !== null && end < start) return malformed(`${at}.end`, 'a time after the start')
  if (seconds !== null && !(seconds >= 0 && seconds < 1e7)) return malformed(`${at}.duration`, 'seconds')
  const durationMs = Math.round(seconds === null ? (end ?? start) - start : seconds * 1_000)
  const subType = subTypeOf(workout, name)
  const distance = quantityOf(workout, 'distance', 'm')
  return ok({
    externalId: textIn(workout, 'id') ?? `${start}+${durationMs}`,
    // A run is named by its time of day, like every other; what we have no kind for keeps its own name.
    name: subType === 'other' ? name.slice(0, NAME_MOST) : '',
    measured: {
      subType,
      startedAt: instant(start),
      distanceCm: distance === null || distance <= 0 ? null : Math.round(distance * 100),
      durationMs,
      elapsedMs: Math.max(durationMs, (end ?? start) - start),
      climbCm: climbOf(workout),
      ...heartRateOf(workout),
      device: 'apple health',
    },
  })
}

function subTypeOf(workout: Fields, name: string): SubType {
  const indoor = workout.isIndoor === true ? 'indoor' : undefined
  const known = subTypeFromSport(name, indoor)
  if (known !== 'other') return known
  // The app names workouts in the phone's language.
  const words = new Set(name.toLowerCase().split(/[^\p{L}]+/u))
  const isRunning = RUN_WORDS.some(word => words.has(word))
  const run: SubType = isRunning ? (indoor ? 'treadmill' : 'easy-run') : 'other'
  return isRun(run) ? run : known
}

const RUN_WORDS = [
  'laufen',
  'lauf',
  'ausführen',
  'course',
  'courir',
  'correr',
  'carrera',
  'corsa',
  'corrida',
  'hardlopen',
  'løping',
  'løp',
  'løb',
  'löpning',
  'juoksu',
]

/** Version 2 has `elevationUp`, version 1 `elevation.ascent`. */
function climbOf(workout: Fields): number | null {
  const up = quantityOf(workout, 'elevationUp', 'm')
  const { elevation } = workout
  const ascent =
    isRecord(elevation) && typeof elevation.ascent === 'number'
      ? quantityOf({ elevation: { qty: elevation.ascent, units: elevation.units } }, 'elevation', 'm')
      : null
  const meters = up ?? ascent
  return meters === null || meters < 0 ? null : Math.round(meters * 100)
}

/** The summary where there is one, else from the samples: `Avg` and `Max` in version 2, `qty` in version 1. */
function heartRateOf(workout: Fields): { averageHeartRate: number | null; maxHeartRate: number | null } {
  const summary: Fields = isRecord(workout.heartRate) ? workout.heartRate : {}
  const samples = (Array.isArray(workout.heartRateData) ? workout.heartRateData : []).filter(isRecord)
  const values = (key: string) =>
    samples.map(sample => sample[key] ?? sample.qty).filter(value => typeof value === 'number')
  const average =
    quantityOf(workout, 'avgHeartRate', null) ?? quantityOf(summary, 'avg', null) ?? meanOf(values('Avg'))
  const peaks = values('Max')
  const max =
    quantityOf(workout, 'maxHeartRate', null) ??
    quantityOf(summary, 'max', null) ??
    (peaks.length === 0 ? null : peaks.reduce((one, other) => Math.max(one, other)))
  return { averageHeartRate: beats(average), maxHeartRate: beats(max) }
}

function beats(value: number | null): number | null {
  return value === null || value <= 0 ? null : Math.round(value)
}

function malformed(field: string, expected: string) {
  return refuse({ code: 'push-malformed', field, expected } as PushRefusal)
}
