import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import type { Tx } from '#store/db.ts'
import { insertSubscription } from '#store/feed-subscription-store.ts'
import { findGroupByName } from '#store/group-store.ts'
import { insertNotice } from '#store/outbox-store.ts'
import { cardNotices } from '../feed/card-notices.ts'
import { readDayCard } from '../feed/read-day-card.ts'
import type { Engine } from '../perform.ts'

export type DemoFeed = { groupName: string; channelId: string }

/** Channels into which groups' runs go from the start, with the card of the newest day that has any. */
export async function loadFeeds(
  tx: Tx,
  { newId, realNow }: Pick<Engine, 'newId' | 'realNow'>,
  feeds: readonly DemoFeed[],
  club: { organizationId: OrganizationId; zone: Zone; setBy: AccountId; since: Instant; now: Instant },
): Promise<void> {
  const { organizationId, zone, setBy, since, now } = club
  for (const { groupName, channelId } of feeds) {
    const group = await findGroupByName(tx, organizationId, groupName)
    if (!group) continue
    await insertSubscription(tx, {
      id: newId<string>(),
      organizationId,
      groupId: group.id,
      channelId,
      mode: 'daily',
      filter: RUN_SUB_TYPES,
      state: 'active',
      pauseReason: null,
      setBy,
      activeFrom: since,
      lastDigestOn: null,
      createdAt: since,
      updatedAt: since,
    })
    const today = localDayAt(now, zone)
    for (const day of [today, addDays(today, -1)]) {
      const card = await readDayCard(tx, organizationId, { channelId, day })
      if (!card || card.runs.length === 0) continue
      for (const notice of cardNotices(organizationId, { channelId, day, askedBy: setBy })) {
        await insertNotice(tx, newId, organizationId, notice, realNow(), now)
      }
      break
    }
  }
}
