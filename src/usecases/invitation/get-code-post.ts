import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitationCode } from '#store/invitation-code-store.ts'
import { findInvitedPlanCard } from '#store/invited-plan-store.ts'
import { getOrganization } from '#store/organization-store.ts'

/** What the post with a Join button says; null once the code was taken back. */
export async function getCodePost(
  db: Reading,
  organizationId: OrganizationId,
  { codeId, postedBy }: { codeId: string; postedBy: string },
): Promise<CodeOffer | null> {
  const code = await findInvitationCode(db, organizationId, codeId)
  if (!code || code.revokedAt !== null) return null
  const organization = await getOrganization(db, organizationId)
  const group = code.groupId ? await findGroup(db, organizationId, code.groupId) : undefined
  const coach = (await listAccounts(db, organizationId, [postedBy])).get(postedBy)
  return {
    codeId,
    clubName: organization.name,
    inviterName: coach?.displayName ?? 'A coach',
    groupName: group?.name ?? null,
    groupDescription: group?.description || null,
    plan: await findInvitedPlanCard(db, organizationId, code.id),
  }
}
