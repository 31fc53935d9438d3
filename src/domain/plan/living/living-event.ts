import type { EventOf } from '#domain/event.ts'
import type { ChangeNews } from './change-request.ts'
import type { PictureAsked } from './picture-asked.ts'
import type { SessionEdit } from './session-edit.ts'
import type { SessionHour } from './session-hour.ts'

export type SessionSent = { athleteId: string; on: string }

/** What is said of a change of sessions; `newsId` tells two pieces of news of the same change apart. */
export type ChangeData = {
  requestId: string
  newsId: string
  news: ChangeNews
  athleteId: string
  by: string
  tell: readonly string[]
  edits: readonly SessionEdit[]
}

/** What happens to the sessions of one athlete. */
export type LivingEvent =
  | EventOf<'session-hour.set', SessionHour>
  | EventOf<'session.due', SessionSent>
  | EventOf<'sessions.changed' | 'change.asked' | 'change.answered', ChangeData>
  | EventOf<'own-moves.set', { isAllowed: boolean }>
  | EventOf<'pause.over', { enrollmentId: string; athleteId: string; title: string; askedAt: number }>
  | EventOf<'workout.picture-asked', PictureAsked>
