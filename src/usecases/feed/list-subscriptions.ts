import type { SubscriptionCard } from '#domain/feed/subscription-card.ts'
import { requireBoardPoster } from '#domain/group/board-poster.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findBudget } from '#store/channel-budget-store.ts'
import type { Reading } from '#store/db.ts'
import { listLiveSubscriptions } from '#store/feed-subscription-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { listVisibleGroups } from '../group/resolve-group.ts'

/** What goes into which channels, of the groups whose runs the asker may send there; of one channel where it is given. */
export async function listSubscriptions(
  { db, actor }: UnitOfReading,
  { channelId }: { channelId: string | null },
): Promise<Result<SubscriptionCard[], AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  return ok(await subscriptionCards(db, actor, member.value.organizationId, channelId))
}

export async function subscriptionCards(
  db: Reading,
  actor: Actor,
  organizationId: OrganizationId,
  channelId: string | null,
): Promise<SubscriptionCard[]> {
  const groups = new Map(
    (await listVisibleGroups(db, actor))
      .filter(group => requireBoardPoster(actor, group).ok)
      .map(group => [group.id, group]),
  )
  const live = await listLiveSubscriptions(db, organizationId, {
    groupIds: [...groups.keys()],
    ...(channelId === null ? {} : { channelId }),
  })
  const accounts = await listAccounts(
    db,
    organizationId,
    live.map(subscription => subscription.setBy),
  )
  const cards: SubscriptionCard[] = []
  for (const subscription of live) {
    cards.push({
      subscription,
      groupName: groups.get(subscription.groupId)?.name ?? 'a group',
      setByName: accounts.get(subscription.setBy)?.displayName ?? 'somebody who left',
      budget: await findBudget(db, organizationId, subscription.channelId),
    })
  }
  return cards
}
