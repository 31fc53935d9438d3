import type { DomainEvent } from '#domain/event.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'

/** The event of a change to a schedule. */
export function scheduleEvent(
  type: 'schedule.set' | 'schedule.paused' | 'schedule.resumed' | 'schedule.ended',
  before: Schedule | null,
  after: Schedule,
): DomainEvent {
  return {
    type,
    organizationId: after.organizationId,
    target: { kind: 'schedule', id: after.id },
    subjectId: null,
    isVisibleToSubject: false,
    before,
    after,
  }
}
