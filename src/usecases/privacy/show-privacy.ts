import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { PrivacyCard } from '#domain/privacy/privacy-card.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listGroups } from '#store/group-store.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listOwnSharing } from '#store/read/home-read.ts'
import type { UnitOfReading } from '../ask.ts'

/** What somebody lets others see; the suspended may look too. */
export async function showPrivacy(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<PrivacyCard, NotAMember>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, status } = member.value
  return ok({
    ...(await privacyOf(db, organizationId, accountId)),
    isSuspended: status === 'suspended',
  })
}

export async function privacyOf(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Omit<PrivacyCard, 'isSuspended'>> {
  const sharing = await listOwnSharing(db, organizationId, accountId)
  const groups = (await listGroups(db, organizationId)).filter(group => sharing.has(group.id))
  return {
    switches: await findPrivacySwitches(db, organizationId, accountId),
    groups: groups.map(({ id, name }) => ({ groupId: id, name, isShared: sharing.get(id) ?? false })),
  }
}
