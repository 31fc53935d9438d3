import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { listPossibleOwners } from '#store/read/owner-read.ts'
import type { UnitOfReading } from '../ask.ts'

/** As many as somebody reads before typing on. */
const SUGGESTED = 30

export type PossibleOwner = { accountId: string; name: string }

/** Who could own a group, by what was typed; to an owner who is no coach only coaches and the members of their groups. */
export async function suggestOwners(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<PossibleOwner[], AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const nearTo = isCoach(actor) ? null : accountId
  return ok(await listPossibleOwners(db, organizationId, { typed, nearTo, limit: SUGGESTED }))
}

/** The name of somebody who was chosen as owner; null when there is nobody. */
export async function nameOwner(
  { db, actor }: UnitOfReading,
  { accountId }: { accountId: string | null },
): Promise<Result<PossibleOwner | null, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  if (accountId === null) return ok(null)
  const found = (await listAccounts(db, member.value.organizationId, [accountId])).get(accountId)
  return ok(found ? { accountId, name: found.displayName } : null)
}
