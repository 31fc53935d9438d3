import type { DomainEvent } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'
import type { Attributes } from '#domain/roster/decide-attributes.ts'
import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import { dataOf } from './edit-athlete.ts'

/** What coaches keep of an athlete changed. */
export function editedEvent(
  organizationId: OrganizationId,
  athleteId: AccountId,
  before: Attributes,
  after: Attributes,
): DomainEvent {
  return {
    type: 'athlete.edited',
    organizationId,
    target: { kind: 'athlete', id: athleteId },
    subjectId: athleteId,
    isVisibleToSubject: false,
    before: dataOf(before),
    after: dataOf(after),
  }
}

/** A coach put an athlete into a group: they are told. */
export function addedEvent(
  group: Group,
  athleteId: AccountId,
  by: { accountId: AccountId },
  newId: IdSource,
): DomainEvent {
  return {
    type: 'group.members-added',
    ...aboutGroup(group, athleteId),
    before: null,
    after: membershipOf(group, athleteId, by.accountId, newId),
  }
}

export function takenOutEvent(group: Group, athleteId: AccountId, newId: IdSource): DomainEvent {
  return {
    type: 'group.members-removed',
    ...aboutGroup(group, athleteId),
    before: membershipOf(group, athleteId, null, newId),
    after: null,
  }
}

/** An athlete came into a coach's care or out of it; the coach is told once for each `changeId`. */
export function assignedEvent(
  organizationId: OrganizationId,
  athleteId: AccountId,
  change: { changeId: string; coachId: AccountId; count: number; by: AccountId },
  isAssigned: boolean,
): DomainEvent {
  const data = { ...change, athleteId }
  return {
    type: isAssigned ? 'coach.athlete-assigned' : 'coach.athlete-unassigned',
    organizationId,
    target: { kind: 'coach', id: change.coachId },
    subjectId: athleteId,
    isVisibleToSubject: false,
    before: isAssigned ? null : data,
    after: isAssigned ? data : null,
  }
}

function aboutGroup(group: Group, athleteId: AccountId) {
  return {
    organizationId: group.organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: athleteId,
    isVisibleToSubject: true,
  }
}

function membershipOf(group: Group, athleteId: AccountId, addedBy: AccountId | null, newId: IdSource) {
  return {
    changeId: newId<string>(),
    groupId: group.id,
    groupName: group.name,
    memberIds: [athleteId],
    addedBy,
  }
}
