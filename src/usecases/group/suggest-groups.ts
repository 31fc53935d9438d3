import type { Group } from '#domain/group/group.ts'
import { maySeeGroup } from '#domain/group/group-access.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listGroupIdsOf } from '#store/group-membership-store.ts'
import { searchGroups } from '#store/group-store.ts'
import type { UnitOfReading } from '../ask.ts'

const SUGGESTED = 50
/** For athletes the private groups of others are left out after the search. */
const SEARCHED = 1_000

/** Groups by what was typed of their name, only those the asker may see. */
export async function suggestGroups(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<Group[], AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const isAll = isCoach(actor)
  const found = await searchGroups(db, organizationId, typed, isAll ? SUGGESTED : SEARCHED)
  if (isAll) return ok(found)
  const mine = await listGroupIdsOf(db, organizationId, accountId)
  return ok(found.filter(group => maySeeGroup(actor, group, mine.has(group.id))).slice(0, SUGGESTED))
}
