import type { EventOf } from '../event.ts'

/** Somebody wants their stats as a picture. */
export type StatsPicture = {
  pictureId: string
  /** Null for all groups beside each other. */
  groupId: string | null
  /** Local days, both included, of the zone. */
  from: string
  to: string
  zone: string
  askedBy: string
  /** Whose sums: a coach's count everybody. */
  readBy: 'coach' | 'group'
}

/** Somebody wants an athlete's weeks as a picture. */
export type TrendPicture = { pictureId: string; athleteId: string; askedBy: string }

/** Somebody wants an athlete's load, fitness, fatigue and form as a picture. */
export type LoadPicture = { pictureId: string; loadOf: string; askedBy: string }

/** Somebody wants what the members of a group ran week by week as a picture. */
export type WeeksPicture = {
  pictureId: string
  weeksOf: string
  until: string
  zone: string
  askedBy: string
}

export type StatsEvent = EventOf<
  'stats.picture-asked',
  StatsPicture | TrendPicture | LoadPicture | WeeksPicture
>
