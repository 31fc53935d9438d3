import type { DomainEvent } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'

/** The event of a change to a group itself. */
export function groupEvent(
  type: 'group.created' | 'group.edited' | 'group.deleted',
  before: Group | null,
  after: Group | null,
): DomainEvent {
  const group = after ?? before
  if (!group) throw new TypeError('an event about no group')
  return {
    type,
    organizationId: group.organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: null,
    isVisibleToSubject: false,
    before,
    after,
  }
}
