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

export type StatsEvent = EventOf<'stats.picture-asked', StatsPicture>
