import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertGroupMember } from '#store/group-membership-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolveGroup } from './resolve-group.ts'

export type AddMembers = { groupName: string; people: { slackUserId: string; name: string }[] }
export type MembersAdded = { group: Group; added: string[]; alreadyIn: string[] }

/** Adds members of the club to a group, all or none; each is told, and what they share stays their choice. */
export async function addMembers(
  { tx, actor, now, newId }: UnitOfWork,
  { groupName, people }: AddMembers,
): Promise<Result<Done<MembersAdded>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
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
  const added: { id: string; name: string }[] = []
  const alreadyIn: string[] = []
  for (const person of people) {
    const member = members.get(person.slackUserId)
    if (!member) return refuse({ code: 'person-not-in-club', name: person.name })
    if (member.status === 'suspended') return refuse({ code: 'person-suspended', name: member.displayName })
    const isNew = await insertGroupMember(tx, newId, {
      organizationId: group.organizationId,
      groupId: group.id,
      accountId: member.accountId,
      isShared: member.sharesByDefault,
      joinedAt: now,
    })
    if (isNew) added.push({ id: member.accountId, name: member.displayName })
    else alreadyIn.push(member.displayName)
  }
  if (added.length === 0) return refuse({ code: 'already-in-group', names: alreadyIn })
  return ok({
    value: { group, added: added.map(member => member.name), alreadyIn },
    events: [
      {
        type: 'group.members-added',
        organizationId: group.organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: {
          changeId: newId<string>(),
          groupId: group.id,
          groupName: group.name,
          memberIds: added.map(member => member.id),
          addedBy: editor.value.accountId,
        },
      },
    ],
  })
}
