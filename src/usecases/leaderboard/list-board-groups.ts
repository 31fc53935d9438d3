import { requireBoardPoster } from '#domain/group/board-poster.ts'
import type { Group } from '#domain/group/group.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listGroupIdsOf } from '#store/group-membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { listVisibleGroups } from '../group/resolve-group.ts'

export type BoardGroups = {
  /** Groups whose board the asker may see, by name. */
  groups: Group[]
  /** Those of them whose board the asker may post. */
  postable: Group[]
  /** The club's. */
  zone: Zone
}

/** What the forms of the leaderboard and its schedule offer to whoever opens them. */
export async function listBoardGroups(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<BoardGroups, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const visible = await listVisibleGroups(db, actor)
  const postable = visible.filter(group => requireBoardPoster(actor, group).ok)
  const mine = await listGroupIdsOf(db, organizationId, accountId)
  const { zone } = await getOrganization(db, organizationId)
  return ok({
    groups: visible.filter(group => postable.includes(group) || mine.has(group.id)),
    postable,
    zone,
  })
}
