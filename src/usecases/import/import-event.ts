import type { ImportJob } from '#domain/activity/import-job.ts'
import type { DomainEvent } from '#domain/event.ts'

export function importEvent(
  type: 'import.started' | 'import.finished' | 'import.cancelled' | 'import.failed',
  { id, organizationId, athleteId, fileName, total }: ImportJob,
): DomainEvent {
  return {
    type,
    organizationId,
    target: { kind: 'import', id },
    subjectId: athleteId,
    isVisibleToSubject: true,
    before: null,
    after: { importId: id, fileName, total },
  }
}
