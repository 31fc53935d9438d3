import type { ActivitySource, Measured, Visibility } from '#domain/activity/activity.ts'
import { defaultActivityName } from '#domain/activity/activity-name.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import { cmOfKm, cmOfMeters } from '#domain/activity/units.ts'
import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { localTimeOf } from '#domain/calendar/local-time.ts'
import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { instant, SECOND_MS } from '#kernel/instant.ts'
import type { DemoAthlete } from './demo-people.ts'
import { DEMO_WEEKS, EFFORTS, INTERVAL_SETS, NOTES, sessionsOf, volumeOf } from './demo-rhythm.ts'
import type { Random } from './seeded-random.ts'
import { seededRandom } from './seeded-random.ts'

export type DemoActivity = {
  athleteKey: string
  measured: Measured
  source: ActivitySource
  name: string
  /** The athlete's own day at the start, in `zone`. */
  localOn: LocalDay
  zone: Zone
  visibility: Visibility
  note: string
}

/**
 * Twelve weeks of an athlete's training: the running week and the eleven before it, Monday to Sunday in the athlete's
 * zone, up to what has ended by `now`.
 */
export function trainingOf(athlete: DemoAthlete, now: Instant): DemoActivity[] {
  const monday = mondayOf(localDayAt(now, athlete.zone))
  const random = seededRandom(`demo ${athlete.key}`)
  // The weeks in which people travel or are busy: one of twelve for every second athlete, never one of the last three.
  const missedWeek = random.chance(0.5) ? Math.floor(random.between(1, DEMO_WEEKS - 3)) : -1
  const weeks = Array.from({ length: DEMO_WEEKS }, (_, week) => {
    const from = addDays(monday, 7 * (week - DEMO_WEEKS + 1))
    const trained = weekOf(athlete, week, from, random)
    return week === missedWeek ? [] : trained
  })
  const trained = weeks.flat().filter(({ measured }) => measured.startedAt + measured.elapsedMs <= now)
  return withStory(trained, athlete, now)
}

/** Half as far again as ever before says something to a coach. */
const TOO_FAR = 1.5

function withStory(trained: DemoActivity[], { story, zone }: DemoAthlete, now: Instant): DemoActivity[] {
  if (story === null) return trained
  if (story !== 'ran-too-far') {
    const last = addDays(localDayAt(now, zone), -story.quietDays)
    return trained.filter(({ localOn }) => localOn <= last)
  }
  const longest = trained.findLast(({ measured }) => measured.subType === 'long-run')
  return trained.map(each => (each === longest ? { ...each, measured: stretched(each.measured) } : each))
}

function stretched(measured: Measured): Measured {
  const { distanceCm, durationMs, elapsedMs } = measured
  const addedMs = Math.round((durationMs * (TOO_FAR - 1)) / SECOND_MS) * SECOND_MS
  return {
    ...measured,
    distanceCm: distanceCm === null ? null : cmOfMeters(Math.round((distanceCm * TOO_FAR) / 100)),
    durationMs: durationMs + addedMs,
    elapsedMs: elapsedMs + addedMs,
  }
}

function weekOf(athlete: DemoAthlete, week: number, monday: LocalDay, random: Random): DemoActivity[] {
  const km = athlete.weeklyKm * volumeOf(athlete.rhythm, week)
  // People get a little faster within twelve weeks.
  const pace = athlete.easyPace * (1 - (0.03 * week) / DEMO_WEEKS)
  const runs = sessionsOf(athlete.rhythm, week).map(session => {
    const day = addDays(monday, session.weekday - 1)
    const subType = variantOf(session.subType, athlete, random)
    const planned = Math.max(1, km * session.share * random.between(0.93, 1.07))
    const distance = subType === 'race' ? 5 : planned
    const run = runOn(day, subType, distance, pace, athlete, random)
    return random.chance(subType === 'long-run' || subType === 'race' ? 0.03 : 0.1) ? [] : [run]
  })
  // Friday is everybody's rest day, so that what is done besides running meets nothing else.
  const extra = otherThan(addDays(monday, 4), athlete, random)
  return [...runs.flat(), ...(random.chance(0.22) ? [extra] : [])]
}

/** Some easy days move to the treadmill, some long ones of hilly places onto trails. */
function variantOf(subType: SubType, { climbPerKm }: DemoAthlete, random: Random): SubType {
  const roll = random.between(0, 1)
  if (subType === 'easy-run' && roll < 0.08) return 'treadmill'
  if (subType === 'long-run' && (climbPerKm ?? 0) > 10 && roll < 0.35) return 'trail-run'
  return subType
}

function runOn(
  day: LocalDay,
  subType: SubType,
  km: number,
  easyPace: number,
  athlete: DemoAthlete,
  random: Random,
): DemoActivity {
  const effort = EFFORTS[subType] ?? { pace: 1, heart: 0.7 }
  const seconds = km * easyPace * effort.pace * random.between(0.97, 1.03)
  const atWeekend = subType === 'long-run' || subType === 'trail-run' || subType === 'race'
  const hour = atWeekend ? 9 : athlete.runsIn === 'morning' ? 6 : 17
  const perKm = subType === 'treadmill' ? null : athlete.climbPerKm
  const climb =
    perKm === null ? null : perKm * km * random.between(0.8, 1.2) * (subType === 'trail-run' ? 2 : 1)
  return activity(day, hour, { subType, km, seconds, climb, heart: effort.heart }, athlete, random)
}

function otherThan(day: LocalDay, athlete: DemoAthlete, random: Random): DemoActivity {
  const subType = random.pick(['ride', 'walk', 'strength'] as const)
  const hours = random.between(0.6, subType === 'ride' ? 1.8 : 1)
  const kmPerHour = { ride: random.between(19, 27), walk: random.between(4.6, 5.6), strength: 0 }[subType]
  const km = kmPerHour > 0 ? kmPerHour * hours : null
  const climb =
    subType === 'ride' && athlete.climbPerKm !== null && km !== null ? athlete.climbPerKm * km : null
  return activity(day, 17, { subType, km, seconds: hours * 3_600, climb, heart: 0.6 }, athlete, random)
}

type Done = { subType: SubType; km: number | null; seconds: number; climb: number | null; heart: number }

function activity(
  day: LocalDay,
  hour: number,
  done: Done,
  athlete: DemoAthlete,
  random: Random,
): DemoActivity {
  const { zone } = athlete
  const time = localTimeOf(String(hour), String(Math.floor(random.between(0, 60))), undefined)
  if (!time) throw new RangeError(`not an hour: ${hour}`)
  // Those without any instrument type their runs in, in tenths of a kilometre and from a round start.
  const isTyped = athlete.maxHeartRate === null && athlete.climbPerKm === null
  const offsetMs = isTyped ? 0 : Math.floor(random.between(0, 60)) * SECOND_MS
  const startedAt = instant(localTimeToInstant(day, time, zone) + offsetMs)
  const measured = measuredOf(done, startedAt, isTyped, athlete, random)
  const interval = random.pick(INTERVAL_SETS)
  const note = random.chance(0.18) ? random.pick(NOTES[done.subType] ?? ['']) : ''
  const roll = random.between(0, 1)
  return {
    athleteKey: athlete.key,
    measured,
    source: isTyped ? 'line' : 'form',
    name: done.subType === 'interval' ? interval : defaultActivityName(done.subType, startedAt, zone),
    localOn: localDayAt(startedAt, zone),
    zone,
    visibility: roll < 0.02 ? 'hide' : roll < 0.05 ? 'coach-only' : 'share',
    note,
  }
}

function measuredOf(done: Done, startedAt: Instant, isTyped: boolean, athlete: DemoAthlete, random: Random) {
  const durationMs = Math.round(done.seconds) * SECOND_MS
  const pauseMs = Math.floor(random.between(0, 4 * 60)) * SECOND_MS
  const beats =
    athlete.maxHeartRate === null ? null : athlete.maxHeartRate * done.heart * random.between(0.97, 1.03)
  const averageHeartRate = beats === null ? null : Math.round(beats)
  const peak = (averageHeartRate ?? 0) + Math.round(random.between(7, 20))
  const { km } = done
  return {
    subType: done.subType,
    startedAt,
    distanceCm:
      km === null ? null : isTyped ? cmOfKm(Math.round(km * 10) / 10) : cmOfMeters(Math.round(km * 1_000)),
    durationMs,
    elapsedMs: durationMs + (isTyped ? 0 : pauseMs),
    climbCm: done.climb === null ? null : cmOfMeters(Math.round(done.climb)),
    averageHeartRate,
    maxHeartRate: averageHeartRate === null ? null : Math.min(athlete.maxHeartRate ?? peak, peak),
    device: null,
  } satisfies Measured
}
