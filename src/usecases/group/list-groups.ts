import type { GroupListing } from '#domain/group/group-card.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { countGroupMembers, listGroupIdsOf } from '#store/group-membership-store.ts'
import { listOwnJoinRequests } from '#store/group-request-store.ts'
import { countAthletes } from '#store/membership-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { standingOf } from './group-standing.ts'
import { listVisibleGroups } from './resolve-group.ts'

/** Coaches see every group and the club's totals; athletes theirs and the public ones. */
export async function listGroupsFor(
  { db, actor }: UnitOfReading,
  { isPublicOnly = false }: { isPublicOnly?: boolean },
): Promise<Result<GroupListing, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const [groups, counts, mine, requests] = [
    await listVisibleGroups(db, actor),
    await countGroupMembers(db, organizationId),
    await listGroupIdsOf(db, organizationId, accountId),
    await listOwnJoinRequests(db, organizationId, accountId),
  ]
  return ok({
    groups: groups
      .filter(group => !isPublicOnly || group.privacy === 'public')
      .map(group => ({
        group,
        members: counts.get(group.id) ?? 0,
        isMine: mine.has(group.id),
        standing: standingOf(actor, group, mine.has(group.id), requests.get(group.id)),
      })),
    totals: isCoach(actor) ? await countAthletes(db, organizationId) : null,
  })
}
