import type { SubType } from '#domain/activity/sub-type.ts'
import type { DemoRhythm } from './demo-people.ts'

export const DEMO_WEEKS = 12

/** One session of a week: its weekday (1 is Monday) and its part of the week's kilometres. */
export type DemoSession = { weekday: number; subType: SubType; share: number }

const RHYTHMS: Readonly<Record<DemoRhythm, readonly DemoSession[]>> = {
  marathon: [
    { weekday: 2, subType: 'interval', share: 0.15 },
    { weekday: 3, subType: 'easy-run', share: 0.15 },
    { weekday: 4, subType: 'tempo', share: 0.18 },
    { weekday: 6, subType: 'recovery', share: 0.12 },
    { weekday: 7, subType: 'long-run', share: 0.4 },
  ],
  miler: [
    { weekday: 2, subType: 'interval', share: 0.22 },
    { weekday: 4, subType: 'tempo', share: 0.24 },
    { weekday: 6, subType: 'easy-run', share: 0.2 },
    { weekday: 7, subType: 'long-run', share: 0.34 },
  ],
  beginner: [
    { weekday: 1, subType: 'easy-run', share: 0.28 },
    { weekday: 3, subType: 'easy-run', share: 0.3 },
    { weekday: 6, subType: 'long-run', share: 0.42 },
  ],
  freestyle: [
    { weekday: 1, subType: 'easy-run', share: 0.3 },
    { weekday: 3, subType: 'tempo', share: 0.25 },
    { weekday: 6, subType: 'long-run', share: 0.45 },
  ],
}

/** The week, from 0, in which the milers race five kilometres. */
const RACE_WEEK = 8

/** The sessions of week 0–11. Beginners walk one of three days at first; milers race once. */
export function sessionsOf(rhythm: DemoRhythm, week: number): readonly DemoSession[] {
  return RHYTHMS[rhythm].map(session => {
    if (rhythm === 'beginner' && week < 3 && session.weekday === 3) return { ...session, subType: 'walk' }
    if (rhythm === 'miler' && week === RACE_WEEK && session.weekday === 6)
      return { ...session, subType: 'race' }
    return session
  })
}

/**
 * The part of a full week's kilometres run in week 0–11: rising, with every fourth week lighter; marathoners taper in the
 * last two; beginners begin at a third.
 */
export function volumeOf(rhythm: DemoRhythm, week: number): number {
  const rise = (from: number, lastWeek: number) => from + ((1 - from) * Math.min(week, lastWeek)) / lastWeek
  const lighter = week % 4 === 3 ? 0.8 : 1
  if (rhythm === 'beginner') return rise(0.33, DEMO_WEEKS - 1)
  if (rhythm === 'freestyle') return week % 3 === 1 ? 0.75 : 0.95
  if (rhythm === 'miler') return rise(0.78, DEMO_WEEKS - 1) * lighter
  if (week >= DEMO_WEEKS - 2) return week === DEMO_WEEKS - 2 ? 0.72 : 0.5
  return rise(0.68, DEMO_WEEKS - 3) * lighter
}

/** How each kind is run: time for a kilometre against an easy day's, and the part of the highest heart rate. */
export const EFFORTS: Readonly<Partial<Record<SubType, { pace: number; heart: number }>>> = {
  'easy-run': { pace: 1, heart: 0.73 },
  recovery: { pace: 1.08, heart: 0.68 },
  'long-run': { pace: 1.03, heart: 0.76 },
  'trail-run': { pace: 1.22, heart: 0.78 },
  treadmill: { pace: 1.01, heart: 0.74 },
  tempo: { pace: 0.88, heart: 0.86 },
  interval: { pace: 0.93, heart: 0.83 },
  race: { pace: 0.8, heart: 0.92 },
  walk: { pace: 1.55, heart: 0.52 },
}

/** What athletes write beside a run; no health words, since notes of the demo are shown on every surface. */
export const NOTES: Readonly<Partial<Record<SubType, readonly string[]>>> = {
  'easy-run': ['Chatted the whole way.', 'Rain, then sun, then rain.', 'New shoes, old route.'],
  'long-run': ['Pancakes afterwards.', 'Ran the last five with the group.', 'Fog on the fjord.'],
  'trail-run': ['Mud up to the ankles.', 'Three deer and one lost glove.'],
  tempo: ['Held back at the start this time.', 'Headwind out, tailwind home.'],
  interval: ['The last one was the best one.', 'Track was full, used the road.'],
  recovery: ['Slow on purpose.'],
  race: ['Even splits at last!'],
  walk: ['Ran two short bits in between.'],
}

/** What the hard sessions were, for their names. */
export const INTERVAL_SETS = ['6×800 m', '5×1000 m', '10×400 m', '4×1600 m', 'Hill repeats'] as const
