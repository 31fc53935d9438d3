import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { MEMBERSHIP_UNDO_MS } from '#domain/group/membership-change.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { insertMembershipChange } from '#store/group-change-store.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { membershipEvent } from './group-event.ts'
import { resolveWhichGroup } from './resolve-group.ts'

type Named = { slackUserId: string; name: string }
export type RemoveMember =
  | ({ groupName: string } & Named)
  | { groupName: string; people: Named[] }
  | { groupId: string; accountId: string }
export type MemberRemoved = { group: Group; changeId: string; name: string }

/** Takes people out of a group, all or none; they stay in the club, and posts of before stay as they are. */
export async function removeMember(
  { tx, actor, now, newId }: UnitOfWork,
  input: RemoveMember,
): Promise<Result<Done<MemberRemoved>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveWhichGroup(tx, actor, input)
  if (!found.ok) return found
  const group = found.value
  const { organizationId } = group
  const editor = requireGroupEditor(actor, group)
  if (!editor.ok) return editor
  const people = await peopleOf(tx, organizationId, input)
  if (!people.ok) return people
  for (const { accountId, name } of people.value) {
    if (await endGroupMember(tx, organizationId, group.id, accountId, now)) continue
    return refuse({ code: 'not-in-group', name })
  }
  const { accountId: madeBy } = editor.value
  const change = {
    id: newId<string>(),
    organizationId,
    groupId: group.id,
    madeBy,
    kind: 'removed' as const,
    madeAt: now,
  }
  const ids = people.value.map(person => person.accountId)
  await insertMembershipChange(tx, change, ids, instant(now - MEMBERSHIP_UNDO_MS))
  return ok({
    value: { group, changeId: change.id, name: people.value.map(person => person.name).join(', ') },
    events: ids.map(accountId => membershipEvent('group.members-removed', group, { accountId }, newId)),
  })
}

/** Each person once, in the order named. */
async function peopleOf(
  db: Reading,
  organizationId: OrganizationId,
  input: RemoveMember,
): Promise<Result<{ accountId: AccountId; name: string }[], MembershipRefusal>> {
  if ('groupId' in input) {
    const account = (await listAccounts(db, organizationId, [input.accountId])).get(input.accountId)
    return account
      ? ok([{ accountId: account.id, name: account.displayName }])
      : refuse({ code: 'person-not-in-club', name: 'That person' })
  }
  const named = 'people' in input ? input.people : [input]
  if (named.length === 0) return refuse({ code: 'nobody-named' })
  const ids = [...new Set(named.map(person => person.slackUserId))]
  const members = await listMembersBySlackUser(db, organizationId, ids)
  const missing = named.find(person => !members.has(person.slackUserId))
  if (missing) return refuse({ code: 'person-not-in-club', name: missing.name })
  return ok(
    ids.flatMap(id => {
      const member = members.get(id)
      return member ? [{ accountId: member.accountId, name: member.displayName }] : []
    }),
  )
}
