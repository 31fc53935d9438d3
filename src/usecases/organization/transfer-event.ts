import type { DomainEvent } from '#domain/event.ts'
import type { HeadCoachTransfer } from '#domain/organization/head-coach-transfer.ts'

export function transferEvent(
  type: 'head-coach.offered' | 'head-coach.declined' | 'head-coach.withdrawn',
  before: HeadCoachTransfer | null,
  after: HeadCoachTransfer,
): DomainEvent {
  return {
    type,
    organizationId: after.organizationId,
    target: { kind: 'head-coach-transfer', id: after.id },
    subjectId: after.toId,
    isVisibleToSubject: true,
    before,
    after,
  }
}
