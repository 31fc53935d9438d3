import type { EventOf } from '#domain/event.ts'
import type { SessionHour } from './session-hour.ts'

export type SessionSent = { athleteId: string; on: string }
export type PictureAsked = {
  pictureId: string
  askedBy: string
  athleteId: string
  enrollmentId: string
  dayIndex: number
  slot: number
}

/** What happens to the sessions of one athlete. */
export type LivingEvent = EventOf<'session-hour.set', SessionHour> | EventOf<'session.due', SessionSent>
