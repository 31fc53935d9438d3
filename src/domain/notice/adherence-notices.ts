import type { AvailabilityEvent } from '#domain/plan/availability/availability-event.ts'
import type { AdherenceEvent } from '#domain/plan/matching/adherence-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** Pictures that a coach asked for, and the question about the week to come: once an athlete and week. */
export function adherenceNoticesOf(event: AdherenceEvent | AvailabilityEvent): Notice[] {
  switch (event.type) {
    case 'session.matched':
    case 'session.unmatched':
    case 'session.match-released':
    case 'availability.round-set':
    case 'availability.round-ended':
    case 'availability.answered':
      return []
    case 'adherence.picture-asked': {
      if (!event.after) return []
      const { pictureId, groupId, weekOn, askedBy } = event.after
      return [
        {
          kind: 'adherence-picture',
          to: { accountId: askedBy as AccountId },
          dedupeKey: `adherence-picture:${pictureId}`,
          payload: { groupId, weekOn, askedBy },
        },
      ]
    }
    case 'availability.asked': {
      const { athleteIds = [], weekOn = '' } = event.after ?? {}
      return athleteIds.map(athleteId => ({
        kind: 'availability',
        to: { accountId: athleteId as AccountId },
        dedupeKey: `availability:${event.organizationId}:${athleteId}:${weekOn}`,
        payload: { athleteId, weekOn },
        keepsQuietHours: true,
      }))
    }
  }
}
