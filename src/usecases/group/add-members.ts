import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { MEMBERSHIP_UNDO_MS } from '#domain/group/membership-change.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertMembershipChange } from '#store/group-change-store.ts'
import { findLastSharing, insertGroupMember } from '#store/group-membership-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { joinQuestion } from '../plan/join-question.ts'
import { membershipEvent } from './group-event.ts'
import { resolveGroup } from './resolve-group.ts'

export type AddMembers = { groupName: string; people: { slackUserId: string; name: string }[] }
export type MembersAdded = {
  group: Group
  changeId: string
  added: string[]
  alreadyIn: string[]
  joining: JoinQuestion | null
}

/**
 * Adds members of the club to a group, all or none; each is told, and what they share stays their choice. One event a
 * member, so that each may read in the audit who added them.
 */
export async function addMembers(
  { tx, actor, now, newId }: UnitOfWork,
  { groupName, people }: AddMembers,
): Promise<Result<Done<MembersAdded>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveGroup(tx, actor, groupName)
  if (!found.ok) return found
  const group = found.value
  const editor = requireGroupEditor(actor, group)
  if (!editor.ok) return editor
  if (people.length === 0) return refuse({ code: 'nobody-named' })
  const members = await listMembersBySlackUser(
    tx,
    group.organizationId,
    people.map(person => person.slackUserId),
  )
  const added: { id: AccountId; name: string }[] = []
  const alreadyIn: string[] = []
  const named = new Map(people.map(person => [person.slackUserId, person]))
  for (const person of named.values()) {
    const member = members.get(person.slackUserId)
    if (!member) return refuse({ code: 'person-not-in-club', name: person.name })
    if (member.status === 'suspended') return refuse({ code: 'person-suspended', name: member.displayName })
    const isNew = await insertGroupMember(tx, newId, {
      organizationId: group.organizationId,
      groupId: group.id,
      accountId: member.accountId,
      isShared:
        (await findLastSharing(tx, group.organizationId, group.id, member.accountId)) ??
        member.sharesByDefault,
      joinedAt: now,
    })
    if (isNew) added.push({ id: member.accountId, name: member.displayName })
    else alreadyIn.push(member.displayName)
  }
  if (added.length === 0) return refuse({ code: 'already-in-group', names: alreadyIn })
  const change = {
    id: newId<string>(),
    organizationId: group.organizationId,
    groupId: group.id,
    madeBy: editor.value.accountId,
    kind: 'added' as const,
    madeAt: now,
  }
  const ids = added.map(member => member.id)
  await insertMembershipChange(tx, change, ids, instant(now - MEMBERSHIP_UNDO_MS))
  return ok({
    value: {
      group,
      changeId: change.id,
      added: added.map(member => member.name),
      alreadyIn,
      joining: await joinQuestion(tx, actor, group, now),
    },
    events: ids.map(accountId =>
      membershipEvent('group.members-added', group, { accountId, addedBy: editor.value.accountId }, newId),
    ),
  })
}
