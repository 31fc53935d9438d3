import { instantsOf } from '#domain/calendar/day-range.ts'
import type { DayCard, FeedRun } from '#domain/feed/feed-run.ts'
import { type RunFacts, showInChannel } from '#domain/feed/show-run.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { type LocalDay, localDay } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import { listFoldedBoards } from '#store/channel-budget-store.ts'
import type { Reading } from '#store/db.ts'
import { listSubscriptionsSince } from '#store/feed-subscription-store.ts'
import { findGroup } from '#store/group-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { listKnownKeys } from '#store/read/feed-posts.ts'
import { countSharing, listRunsWithin } from '#store/read/feed-rows.ts'
import type { BoardPost } from '../leaderboard/read-board-post.ts'
import { feedKeys } from './feed-keys.ts'

/** What stays out of a card because it has a message of its own, or is about to. */
const NONE: ReadonlySet<string> = new Set()

/**
 * The runs of one of the club's days that a channel's card shows, as they may be shown now: those of groups that come
 * daily, and those for which the channel had no message left. Null when nothing was subscribed to that day.
 */
export async function readDayCard(
  db: Reading,
  organizationId: OrganizationId,
  { channelId, day }: { channelId: string; day: LocalDay },
  postedNow: ReadonlySet<string> = NONE,
): Promise<DayCard | null> {
  const { zone } = await getOrganization(db, organizationId)
  const span = instantsOf({ from: day, to: day }, zone)
  const of = { channelId }
  const known = (await listSubscriptionsSince(db, organizationId, span.from, of)).filter(
    subscription => subscription.mode !== 'weekly' && subscription.activeFrom < span.until,
  )
  const folded = await readFolded(db, organizationId, { channelId, day })
  if (known.length === 0 && folded.length === 0) return null
  const groups = await groupsOf(db, organizationId, known)
  const rows = await listRunsWithin(
    db,
    organizationId,
    groups.map(group => group.groupId),
    span,
  )
  const keyOf = (id: string) => feedKeys.run(organizationId, channelId, id)
  const posted = await listKnownKeys(
    db,
    organizationId,
    known.some(subscription => subscription.mode === 'each') ? rows.map(row => keyOf(row.activityId)) : [],
  )
  const hasMessage = (id: string) => postedNow.has(id) || posted.has(keyOf(id))
  const runs = new Map<string, FeedRun>()
  for (const row of rows) {
    if (runs.has(row.activityId) || !known.some(each => isForCard(each, row, hasMessage))) continue
    const run = showInChannel(row)
    if (run) runs.set(run.activityId, run)
  }
  const setBy = known.at(-1)?.setBy ?? folded.at(-1)?.askedBy
  const accounts = setBy ? await listAccounts(db, organizationId, [setBy]) : new Map()
  const { sharing, total } = await countSharing(
    db,
    organizationId,
    groups.map(group => group.groupId),
  )
  return {
    channelId,
    day,
    zone,
    groups,
    runs: [...runs.values()],
    setBy: setBy ?? null,
    isActive: folded.length > 0 || known.some(subscription => subscription.state === 'active'),
    setByName: (setBy && accounts.get(setBy)?.displayName) ?? 'somebody who left',
    folded,
    sharing,
    total,
  }
}

function isForCard(
  subscription: FeedSubscription,
  row: RunFacts,
  hasMessage: (activityId: string) => boolean,
): boolean {
  if (subscription.groupId !== row.groupId) return false
  if (subscription.filter && !subscription.filter.includes(row.subType)) return false
  // What stands there stays; what was logged since is nobody's wish any more.
  if (subscription.state === 'ended' && row.createdAt > subscription.updatedAt) return false
  if (subscription.mode === 'daily') return true
  return row.createdAt >= subscription.activeFrom && !hasMessage(row.activityId)
}

async function groupsOf(db: Reading, organizationId: OrganizationId, known: readonly FeedSubscription[]) {
  const groups = new Map<string, DayCard['groups'][number]>()
  for (const { groupId, mode } of known) {
    const group = await findGroup(db, organizationId, groupId)
    if (group) groups.set(groupId, { groupId, name: group.name, mode })
  }
  return [...groups.values()]
}

async function readFolded(
  db: Reading,
  organizationId: OrganizationId,
  { channelId, day }: { channelId: string; day: LocalDay },
): Promise<DayCard['folded']> {
  const folded: DayCard['folded'][number][] = []
  for (const payload of await listFoldedBoards(db, organizationId, channelId, day)) {
    const { groupId, from, to, askedBy } = payload as BoardPost
    const group = await findGroup(db, organizationId, groupId as GroupId)
    if (!group) continue
    folded.push({
      groupName: group.name,
      range: { from: localDay(from), to: localDay(to) },
      askedBy: askedBy as AccountId,
    })
  }
  return folded
}
