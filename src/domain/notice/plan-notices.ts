import type { PlanEvent } from '#domain/plan/template/plan-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import { hourQuestion } from './living-notices.ts'
import type { Notice } from './notice.ts'

/** Athletes are told what coaches do with their plans. */
export function planNoticesOf(event: PlanEvent): Notice[] {
  switch (event.type) {
    case 'plan.created':
    case 'plan.edited':
    case 'plan.archived':
      return []
    case 'plan.picture-asked': {
      if (!event.after) return []
      const { pictureId, title, versionId, pictures, askedBy } = event.after
      return Array.from({ length: pictures }, (_, part) => ({
        kind: 'plan-picture' as const,
        to: { accountId: askedBy as AccountId },
        dedupeKey: `plan-picture:${pictureId}:${part}`,
        payload: { versionId, title, part },
      }))
    }
    case 'plan.assigned':
    case 'enrollment.paused':
    case 'enrollment.resumed':
    case 'enrollment.ended': {
      const data = event.after
      if (!data) return []
      const asked = event.type === 'plan.assigned' ? [hourQuestion(event.organizationId, data.athleteId)] : []
      if (data.by === data.athleteId) return asked
      const what = event.type.split('.')[1] ?? ''
      return [
        {
          kind: 'plan-change',
          to: { accountId: data.athleteId as AccountId },
          dedupeKey: `plan:${what}:${data.enrollmentId}:${data.changedAt}`,
          payload: { enrollmentId: data.enrollmentId, what, by: data.by },
        },
        ...asked,
      ]
    }
  }
}
