import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Tx } from './db.ts'

/** Notes that somebody was offered something for joining or leaving a channel; false when they were before. */
export async function insertGroupOffer(
  tx: Tx,
  offer: {
    organizationId: OrganizationId
    accountId: AccountId
    channelId: string
    kind: 'join' | 'leave'
    offeredAt: Instant
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('group_offers')
    .values({
      organization_id: offer.organizationId,
      account_id: offer.accountId,
      channel_id: offer.channelId,
      kind: offer.kind,
      offered_at: offer.offeredAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function eraseGroupOffers(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('group_offers')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
}
