import type { LivingEvent } from '#domain/plan/living/living-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** What is said of the sessions of one athlete: to them, and to those who coach them. */
export function livingNoticesOf(event: LivingEvent): Notice[] {
  switch (event.type) {
    case 'session-hour.set':
    case 'own-moves.set':
      return []
    case 'sessions.changed':
    case 'change.asked':
    case 'change.answered': {
      if (!event.after) return []
      const { requestId, newsId, news, by, tell } = event.after
      return tell.map(id => ({
        kind: 'session-change',
        to: { accountId: id as AccountId },
        dedupeKey: `session-change:${news}:${newsId}:${id}`,
        payload: { requestId, news, by },
      }))
    }
    case 'workout.picture-asked': {
      if (!event.after) return []
      const { pictureId, askedBy, ...payload } = event.after
      return [
        {
          kind: 'workout-picture',
          to: { accountId: askedBy as AccountId },
          dedupeKey: `workout-picture:${pictureId}`,
          payload,
        },
      ]
    }
    case 'pause.over': {
      if (!event.after) return []
      const { enrollmentId, athleteId, askedAt } = event.after
      return [
        {
          kind: 'pause-over',
          to: { accountId: athleteId as AccountId },
          dedupeKey: `pause-over:${enrollmentId}:${askedAt}`,
          payload: { enrollmentId },
          keepsQuietHours: true,
        },
      ]
    }
    case 'session.due': {
      if (!event.after) return []
      const { athleteId, on } = event.after
      return [
        {
          kind: 'session',
          to: { accountId: athleteId as AccountId },
          dedupeKey: `session:${event.organizationId}:${athleteId}:${on}`,
          payload: { athleteId, on },
          keepsQuietHours: true,
        },
      ]
    }
  }
}

/** Once in an athlete's time in the club: the dedupe key is theirs alone. */
export function hourQuestion(organizationId: string, athleteId: string): Notice {
  return {
    kind: 'session-hour-question',
    to: { accountId: athleteId as AccountId },
    dedupeKey: `session-hour:${organizationId}:${athleteId}`,
    payload: { athleteId },
    keepsQuietHours: true,
  }
}
