import type { OrganizationEvent } from '#domain/organization/organization-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** Who is told of changes of roles, assignments and membership: those concerned, never whoever did it. */
export function organizationNoticesOf(event: OrganizationEvent): Notice[] {
  switch (event.type) {
    case 'coach.added':
    case 'coach.removed':
      return event.subjectId
        ? [
            {
              kind: 'coach-role',
              to: { accountId: event.subjectId },
              dedupeKey: `coach-role:${(event.after ?? event.before)?.changeId}`,
              payload: {
                isCoach: event.type === 'coach.added',
                isMember: (event.after?.roles.length ?? 0) > 0,
              },
            },
          ]
        : []
    case 'coach.athlete-assigned':
    case 'coach.athlete-unassigned': {
      const data = event.after ?? event.before
      if (!data || data.by === data.coachId) return []
      // One message for all that changed at once: the others have the same key.
      return [
        {
          kind: 'coach-assignments',
          to: { accountId: data.coachId as AccountId },
          dedupeKey: `assignments:${data.changeId}`,
          payload: {
            coachId: data.coachId,
            count: data.count,
            by: data.by,
            isAssigned: event.type === 'coach.athlete-assigned',
          },
        },
      ]
    }
    case 'head-coach.offered':
      return event.after
        ? [
            {
              kind: 'head-coach-offer',
              to: { accountId: event.after.toId },
              dedupeKey: `head-coach-offer:${event.after.id}`,
              payload: { transferId: event.after.id },
            },
          ]
        : []
    case 'head-coach.declined':
    case 'head-coach.withdrawn':
      return event.after
        ? [
            {
              kind: 'head-coach-answer',
              to: {
                accountId: event.type === 'head-coach.declined' ? event.after.fromId : event.after.toId,
              },
              dedupeKey: `head-coach-answer:${event.after.id}`,
              payload: { transferId: event.after.id },
            },
          ]
        : []
    case 'head-coach.changed':
      return [event.before?.headCoachId, event.after?.headCoachId].flatMap(accountId =>
        accountId && event.after?.headCoachId
          ? [
              {
                kind: 'head-coach-changed',
                to: { accountId: accountId as AccountId },
                dedupeKey: `head-coach-changed:${event.after.changeId}:${accountId}`,
                payload: { headCoachId: event.after.headCoachId, readerId: accountId },
              } satisfies Notice,
            ]
          : [],
      )
    case 'member.status-changed':
      return event.after?.by
        ? [
            {
              kind: 'member-status',
              to: { accountId: event.after.memberId as AccountId },
              dedupeKey: `member-status:${event.after.changeId}`,
              payload: { status: event.after.status, by: event.after.by },
            },
          ]
        : []
    case 'member.removed':
      return event.before
        ? [
            {
              kind: 'member-removed',
              to: { accountId: event.before.memberId as AccountId },
              dedupeKey: `member-removed:${event.before.changeId}`,
              payload: { by: event.before.by },
            },
          ]
        : []
  }
}
