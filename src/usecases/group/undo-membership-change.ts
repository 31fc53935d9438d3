import type { DomainEvent } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import { MEMBERSHIP_UNDO_MS, type MembershipChange } from '#domain/group/membership-change.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findMembershipChange, listChangedMembers, reopenGroupMember } from '#store/group-change-store.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { markChangeUndone } from '#store/undo-log.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { membershipEvent } from './group-event.ts'
import { resolveGroupById } from './resolve-group.ts'

export type MembershipUndone = { group: Group; kind: MembershipChange['kind']; names: string[] }

/**
 * Takes back what one change of memberships did, and only that, all or none: refused by name when somebody's membership
 * was changed since. Who was taken out goes on as if they had never been out, with what they share as it was.
 */
export async function undoMembershipChange(
  { tx, actor, now, newId }: UnitOfWork,
  changeId: string,
): Promise<Result<Done<MembershipUndone>, AccessRefusal | GroupRefusal | GroupDeedRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId } = asker.value
  const change = await findMembershipChange(tx, organizationId, changeId)
  if (!change || now - change.madeAt > MEMBERSHIP_UNDO_MS) return refuse({ code: 'membership-undo-over' })
  const found = await resolveGroupById(tx, actor, change.groupId)
  if (!found.ok) return found
  const group = found.value
  const editor = requireGroupEditor(actor, group)
  if (!editor.ok) return editor
  if (!(await markChangeUndone(tx, 'group', organizationId, changeId, now))) {
    return refuse({ code: 'membership-undone' })
  }
  const people = await listChangedMembers(tx, organizationId, change)
  const changedSince = people.filter(person => !person.isAsLeft)
  if (changedSince.length > 0 || people.length === 0) {
    return refuse({ code: 'membership-changed-since', names: changedSince.map(person => person.name) })
  }
  const events: DomainEvent[] = []
  for (const { accountId, membershipId } of people) {
    const told = { accountId, how: 'undone' as const }
    if (change.kind === 'added') {
      await endGroupMember(tx, organizationId, group.id, accountId, now)
      events.push(membershipEvent('group.members-removed', group, told, newId))
    } else {
      await reopenGroupMember(tx, organizationId, membershipId)
      events.push(membershipEvent('group.members-added', group, told, newId))
    }
  }
  return ok({ value: { group, kind: change.kind, names: people.map(person => person.name) }, events })
}
