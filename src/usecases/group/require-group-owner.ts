import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { type NamedMember, requireClubMember } from '../organization/require-club-member.ts'

/** Whoever is to own a group: any coach or member of the club who is not suspended. */
export async function requireGroupOwner(
  db: Reading,
  organizationId: OrganizationId,
  who: NamedMember,
): Promise<Result<AccountId, MembershipRefusal>> {
  const member = await requireClubMember(db, organizationId, who)
  if (!member.ok) return member
  const { accountId, status, displayName } = member.value
  return status === 'suspended' ? refuse({ code: 'owner-suspended', name: displayName }) : ok(accountId)
}
