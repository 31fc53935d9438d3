import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolveGroup, resolveGroupById } from './resolve-group.ts'

export type RemoveMember =
  | { groupName: string; slackUserId: string; name: string }
  | { groupId: string; accountId: string }
export type MemberRemoved = { group: Group; name: string }

/** Takes somebody out of a group; they stay in the club, and posts of before stay as they are. */
export async function removeMember(
  { tx, actor, now, newId }: UnitOfWork,
  input: RemoveMember,
): Promise<Result<Done<MemberRemoved>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found =
    'groupId' in input
      ? await resolveGroupById(tx, actor, input.groupId)
      : await resolveGroup(tx, actor, input.groupName)
  if (!found.ok) return found
  const group = found.value
  const editor = requireGroupEditor(actor, group)
  if (!editor.ok) return editor
  let member: { accountId: AccountId; name: string } | null = null
  if ('groupId' in input) {
    const account = (await listAccounts(tx, group.organizationId, [input.accountId])).get(input.accountId)
    if (account) member = { accountId: account.id, name: account.displayName }
  } else {
    const members = await listMembersBySlackUser(tx, group.organizationId, [input.slackUserId])
    const found = members.get(input.slackUserId)
    if (found) member = { accountId: found.accountId, name: found.displayName }
  }
  if (!member) {
    return refuse({ code: 'person-not-in-club', name: 'name' in input ? input.name : 'That person' })
  }
  if (!(await endGroupMember(tx, group.organizationId, group.id, member.accountId, now))) {
    return refuse({ code: 'not-in-group', name: member.name })
  }
  return ok({
    value: { group, name: member.name },
    events: [
      {
        type: 'group.members-removed',
        organizationId: group.organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: member.accountId,
        isVisibleToSubject: true,
        before: {
          changeId: newId<string>(),
          groupId: group.id,
          groupName: group.name,
          memberIds: [member.accountId],
          addedBy: null,
        },
        after: null,
      },
    ],
  })
}
