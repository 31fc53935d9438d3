import type { DomainEvent, GroupMembershipData } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'
import type { AccountId, IdSource } from '#kernel/ids.ts'

/** The event of a group that passed to somebody else; they are told unless they did it themselves. */
export function ownerChangedEvent(group: Group, by: AccountId, newId: IdSource): DomainEvent {
  return {
    type: 'group.owner-changed',
    organizationId: group.organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: group.ownerId,
    isVisibleToSubject: true,
    before: null,
    after: {
      changeId: newId<string>(),
      groupId: group.id,
      groupName: group.name,
      ownerId: group.ownerId,
      by,
    },
  }
}

/** One event a member, so that each may read in the audit who put them in or took them out. */
export function membershipEvent(
  type: 'group.members-added' | 'group.members-removed',
  group: Group,
  member: { accountId: AccountId; addedBy?: AccountId; how?: GroupMembershipData['how'] },
  newId: IdSource,
): DomainEvent {
  const data = {
    changeId: newId<string>(),
    groupId: group.id,
    groupName: group.name,
    memberIds: [member.accountId],
    addedBy: member.addedBy ?? null,
    ...(member.how ? { how: member.how } : {}),
  }
  return {
    type,
    organizationId: group.organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: member.accountId,
    isVisibleToSubject: true,
    before: type === 'group.members-removed' ? data : null,
    after: type === 'group.members-added' ? data : null,
  }
}

/** The event of a change to a group itself. */
export function groupEvent(
  type: 'group.created' | 'group.edited' | 'group.deleted' | 'group.restored',
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
