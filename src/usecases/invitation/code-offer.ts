import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import { type CodeRefusal, type InvitationCode, whyDead } from '#domain/invitation/invitation-code.ts'
import type { Actor } from '#domain/organization/actor.ts'
import type { Suspended } from '#domain/organization/policy.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { isGroupMember } from '#store/group-membership-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitedPlanCard } from '#store/invited-plan-store.ts'
import { getOrganization } from '#store/organization-store.ts'

/** What a code offers to whoever holds it now, or why it offers them nothing. */
export async function codeOfferFor(
  db: Reading,
  actor: Exclude<Actor, { kind: 'system' }>,
  code: InvitationCode,
  now: Instant,
): Promise<Result<CodeOffer, CodeRefusal | Suspended>> {
  const dead = whyDead(code, now)
  if (dead) return refuse({ code: dead })
  const { organizationId } = code
  const group = code.groupId ? await findGroup(db, organizationId, code.groupId) : undefined
  if (actor.kind === 'member') {
    if (actor.status === 'suspended') return refuse({ code: 'suspended' })
    const isIn = !group || (await isGroupMember(db, organizationId, group.id, actor.accountId))
    if (isIn) return refuse({ code: 'already-joined', groupName: group?.name ?? null })
  }
  const organization = await getOrganization(db, organizationId)
  const inviter = (await listAccounts(db, organizationId, [code.inviterId])).get(code.inviterId)
  return ok({
    codeId: code.id,
    clubName: organization.name,
    inviterName: inviter?.displayName ?? 'A coach',
    groupName: group?.name ?? null,
    groupDescription: group?.description || null,
    plan: await findInvitedPlanCard(db, organizationId, code.id),
  })
}
