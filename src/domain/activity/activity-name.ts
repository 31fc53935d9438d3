import type { Instant, Zone } from '#kernel/instant.ts'
import { localTimeAt } from '../calendar/local-day.ts'
import type { SubType } from './sub-type.ts'

/** Each sub-type within a sentence. */
export const SUB_TYPE_PHRASES: Readonly<Record<SubType, string>> = {
  'easy-run': 'easy run',
  'long-run': 'long run',
  tempo: 'tempo run',
  interval: 'intervals',
  race: 'race',
  'trail-run': 'trail run',
  treadmill: 'treadmill run',
  recovery: 'recovery run',
  walk: 'walk',
  hike: 'hike',
  ride: 'ride',
  swim: 'swim',
  strength: 'strength session',
  other: 'activity',
}

/** The first hour of each part of the day; what is before the first belongs to the last. */
const PARTS_OF_DAY = [
  [4, 'Early'],
  [6, 'Morning'],
  [11, 'Midday'],
  [14, 'Afternoon'],
  [17, 'Evening'],
  [21, 'Night'],
] as const

/**
 * What an activity is called until its athlete says otherwise: `Morning easy run`, by the wall clock in `zone`. With
 * null for a start whose hour is only assumed: `Easy run`.
 */
export function defaultActivityName(subType: SubType, startedAt: Instant | null, zone: Zone): string {
  const phrase = SUB_TYPE_PHRASES[subType]
  if (startedAt === null) return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
  const hour = Number(localTimeAt(startedAt, zone).slice(0, 2))
  const part = PARTS_OF_DAY.findLast(([from]) => from <= hour)?.[1] ?? 'Night'
  return `${part} ${phrase}`
}
