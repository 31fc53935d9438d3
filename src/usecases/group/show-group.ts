import { localDayAt } from '#domain/calendar/local-day.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { GroupCard } from '#domain/group/group-card.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { listPlansOfGroup } from '#store/enrollment-store.ts'
import { listGroupMembers } from '#store/group-membership-store.ts'
import { countOpenJoinRequests, listOwnJoinRequests } from '#store/group-request-store.ts'
import { findClubMember } from '#store/role-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { standingOf } from './group-standing.ts'
import { resolveWhichGroup, type WhichGroup } from './resolve-group.ts'

export async function showGroup(
  { db, actor, now }: UnitOfReading,
  input: WhichGroup,
): Promise<Result<GroupCard, AccessRefusal | GroupRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveWhichGroup(db, actor, input)
  if (!found.ok) return found
  const group = found.value
  const members = await listGroupMembers(db, group.organizationId, group.id)
  const own = members.find(member => member.accountId === asker.value.accountId)
  const maySeeMembers = isCoach(actor) || own !== undefined || group.ownerId === asker.value.accountId
  const owner = (await listAccounts(db, group.organizationId, [group.ownerId])).get(group.ownerId)
  const mayEdit = requireGroupEditor(actor, group).ok
  // Who is inactive or suspended is between them and those who lead the group.
  const shown = mayEdit ? members : members.filter(member => member.status === 'active' || member === own)
  const requests = await listOwnJoinRequests(db, group.organizationId, asker.value.accountId)
  const today = localDayAt(now, asker.value.zone)
  return ok({
    group,
    isOwnerPresent:
      (await findClubMember(db, group.organizationId, { accountId: group.ownerId })) !== undefined,
    ownerName: owner?.displayName ?? 'somebody who left',
    members: maySeeMembers ? shown : null,
    mayEdit,
    plans: maySeeMembers ? await listPlansOfGroup(db, group.organizationId, group.id, today) : [],
    ownSharing: own ? own.isShared : null,
    standing: standingOf(actor, group, own !== undefined, requests.get(group.id)),
    handsOver: group.ownerId === asker.value.accountId && !isCoach(actor),
    openRequests: mayEdit ? await countOpenJoinRequests(db, group.organizationId, group.id) : 0,
  })
}
