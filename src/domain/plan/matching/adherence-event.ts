import type { EventOf } from '#domain/event.ts'

/** What is said by hand of an activity; without a session, that it was none. */
export type MatchData = {
  athleteId: string
  activityId: string
  activityOn: string
  session: { enrollmentId: string; dayIndex: number; slot: number; on: string; text: string } | null
}

export type AdherencePictureData = {
  pictureId: string
  groupId: string
  /** The Monday of the week. */
  weekOn: string
  askedBy: string
}

/** What happens around how plans are kept. */
export type AdherenceEvent =
  | EventOf<'session.matched' | 'session.unmatched' | 'session.match-released', MatchData>
  | EventOf<'adherence.picture-asked', AdherencePictureData>
