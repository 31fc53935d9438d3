import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import type { DigestData } from '#domain/feed/feed-event.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { HOUR_MS, type Instant, type LocalDay, type LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  findSubscription,
  listWeeklySubscriptions,
  updateSubscription,
} from '#store/feed-subscription-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { Done, Engine, UnitOfWork } from '../perform.ts'

/** On Mondays, when people look at their phones for the first time. */
const AT = '08:00' as LocalTime
/** After downtime a digest still comes within so long; later its week is over and done with. */
const CATCH_UP_HOURS = 36

/** The Monday whose digest is due, of the week before it; null when none is. */
export function digestDue(
  subscription: FeedSubscription,
  zone: Parameters<typeof localDayAt>[1],
  now: Instant,
): LocalDay | null {
  const monday = mondayOf(localDayAt(now, zone))
  const dueAt = localTimeToInstant(monday, AT, zone)
  const isDue = now >= dueAt && now - dueAt <= CATCH_UP_HOURS * HOUR_MS && dueAt > subscription.activeFrom
  const isTold = subscription.lastDigestOn !== null && subscription.lastDigestOn >= monday
  return isDue && !isTold ? monday : null
}

/** Subscriptions of all clubs whose week is to be told now. */
export async function listDigestsDue({
  db,
  businessNow,
}: Pick<Engine, 'db' | 'businessNow'>): Promise<FeedSubscription[]> {
  const due: FeedSubscription[] = []
  for (const subscription of await listWeeklySubscriptions(db)) {
    const { zone } = await getOrganization(db, subscription.organizationId)
    if (digestDue(subscription, zone, businessNow())) due.push(subscription)
  }
  return due
}

/** Takes the turn of one digest; any number of processes may try at once, and one has it. */
export async function queueDigest(
  { tx, actor, now }: UnitOfWork,
  subscriptionId: string,
): Promise<Result<Done<DigestData>, { code: 'subscription-unknown' }>> {
  const organizationId = actor.organizationId as OrganizationId
  const subscription = await findSubscription(tx, organizationId, subscriptionId)
  const { zone } = await getOrganization(tx, organizationId)
  const monday = subscription?.state === 'active' ? digestDue(subscription, zone, now) : null
  if (!subscription || monday === null) return refuse({ code: 'subscription-unknown' })
  await updateSubscription(tx, { ...subscription, lastDigestOn: monday })
  const after: DigestData = {
    subscriptionId,
    groupId: subscription.groupId,
    channelId: subscription.channelId,
    from: addDays(monday, -7),
    to: addDays(monday, -1),
    askedBy: subscription.setBy,
  }
  return ok({
    value: after,
    events: [
      {
        type: 'feed.digest-due',
        organizationId,
        target: { kind: 'group', id: subscription.groupId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after,
      },
    ],
  })
}
