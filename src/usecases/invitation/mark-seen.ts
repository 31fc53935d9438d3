import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findAccountBySlackUser } from '#store/account-store.ts'
import { markInvitationsSeen } from '#store/invitation-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** Somebody opened their conversation with Astral: what waits for them there is seen. */
export async function markSeen({ tx, actor, now }: UnitOfWork): Promise<Result<Done<null>, never>> {
  if (actor.kind === 'system' || !actor.organizationId) return ok({ value: null, events: [] })
  const { slackTeamId } = await getOrganization(tx, actor.organizationId)
  const account = await findAccountBySlackUser(
    tx,
    slackTeamId as SlackTeamId,
    actor.slackUserId as SlackUserId,
  )
  if (account) await markInvitationsSeen(tx, actor.organizationId, account.id, now)
  return ok({ value: null, events: [] })
}
