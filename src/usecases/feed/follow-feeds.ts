import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { DomainEvent } from '#domain/event.ts'
import { showInChannel } from '#domain/feed/show-run.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { Notice } from '#domain/notice/notice.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant, type LocalDay, type Zone } from '#kernel/instant.ts'
import { countPosts, findBudget } from '#store/channel-budget-store.ts'
import { listSubscriptionsSince } from '#store/feed-subscription-store.ts'
import { listGroupIdsEverIn } from '#store/group-membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { type FeedPost, findOutboxByKey, listFeedPosts, listRunStarts } from '#store/read/feed-posts.ts'
import { listRunInGroups } from '#store/read/feed-rows.ts'
import type { UnitOfWork } from '../perform.ts'
import { cardNotices, FEED_SETTLE_MS } from './card-notices.ts'
import { feedKeys } from './feed-keys.ts'
import { readDayCard } from './read-day-card.ts'
import { type Touched, touchedBy } from './touched.ts'

/** How far back messages follow what happens to a person. */
const FOLLOWED_DAYS = 60

type Unit = Pick<UnitOfWork, 'tx' | 'now' | 'newId'>
type Club = { organizationId: OrganizationId; zone: Zone; today: LocalDay }
/** What is to be looked at in one channel. */
type Work = {
  days: Set<LocalDay>
  accountIds: Set<string>
  newRuns: Set<string>
  /** Somebody is gone without a trace of when they ran. */
  isEverything: boolean
}

/**
 * Lets the messages about runs in channels follow what happened, in the same transaction: whoever logs, edits, hides,
 * merges or deletes a run, or changes what is seen of somebody, need not think of them. Gives what is to be queued.
 */
export async function followFeeds(
  unit: Unit,
  events: readonly DomainEvent[],
): Promise<{ organizationId: OrganizationId; notice: Notice }[]> {
  const touched = new Map<string, Touched[]>()
  const begun: FeedSubscription[] = []
  const folded: { channelId: string; organizationId: OrganizationId }[] = []
  for (const event of events) {
    const of = touchedBy(event)
    if (of.length > 0) {
      touched.set(event.organizationId, [...(touched.get(event.organizationId) ?? []), ...of])
    }
    if (event.type === 'feed.subscribed' && event.after) begun.push(event.after)
    if (event.type === 'occurrence.posted' && event.after?.isFolded) {
      folded.push({ channelId: event.after.channelId, organizationId: event.organizationId })
    }
  }
  const following: { organizationId: OrganizationId; notice: Notice }[] = []
  const organizations = [...touched.keys(), ...[...begun, ...folded].map(each => each.organizationId)]
  for (const organizationId of new Set(organizations) as Set<OrganizationId>) {
    const { zone } = await getOrganization(unit.tx, organizationId)
    const club = { organizationId, zone, today: localDayAt(unit.now, zone) }
    const work = await workOf(unit, club, touched.get(organizationId) ?? [])
    for (const { channelId } of [...begun, ...folded].filter(
      each => each.organizationId === organizationId,
    )) {
      workIn(work, channelId).days.add(club.today)
    }
    for (const [channelId, of] of work) {
      const notices = await noticesFor(unit, club, channelId, of)
      following.push(...notices.map(notice => ({ organizationId, notice })))
    }
  }
  return following
}

/** By channel, the days and runs that are touched. */
async function workOf(
  { tx, now }: Unit,
  club: Club,
  touched: readonly Touched[],
): Promise<Map<string, Work>> {
  const work = new Map<string, Work>()
  const since = instant(now - FOLLOWED_DAYS * DAY_MS)
  for (const { accountId, starts, newRuns } of touched) {
    if (starts === 'erased') {
      for (const { channelId } of await listSubscriptionsSince(tx, club.organizationId, since, {})) {
        workIn(work, channelId).isEverything = true
      }
      continue
    }
    const groupIds = await listGroupIdsEverIn(tx, club.organizationId, accountId)
    const fed = await listSubscriptionsSince(tx, club.organizationId, since, { groupIds })
    const began = starts === 'all' ? await listRunStarts(tx, club.organizationId, accountId, since) : starts
    for (const { channelId } of fed) {
      const of = workIn(work, channelId)
      of.accountIds.add(accountId)
      for (const start of began) if (start >= since) of.days.add(localDayAt(start, club.zone))
      for (const id of newRuns) of.newRuns.add(id)
    }
  }
  return work
}

function workIn(work: Map<string, Work>, channelId: string): Work {
  const known = work.get(channelId) ?? {
    days: new Set(),
    accountIds: new Set(),
    newRuns: new Set(),
    isEverything: false,
  }
  work.set(channelId, known)
  return known
}

async function noticesFor(unit: Unit, club: Club, channelId: string, of: Work): Promise<Notice[]> {
  const { days, newRuns, isEverything } = of
  if (days.size === 0 && !isEverything) return []
  const [first = club.today] = [...days].sort()
  const since = isEverything ? instant(unit.now - FOLLOWED_DAYS * DAY_MS) : startOfDay(first, club.zone)
  const posts = await listFeedPosts(unit.tx, club.organizationId, [channelId], since)
  const redraws = posts
    .filter(post => post.isDrawn && !post.isAwaited && (isEverything || isAbout(post, of, club.zone)))
    .map(post => redraw(unit, post))
  const runs = await newMessages(unit, club, channelId, [...newRuns])
  const cards: Notice[] = []
  for (const day of [club.today, addDays(club.today, -1)]) {
    if (days.has(day)) cards.push(...(await newCard(unit, club, channelId, day, runs.activityIds)))
  }
  return [...inOrder(redraws), ...runs.notices, ...cards]
}

/** Answers first: a message that is taken away under its answers leaves a stone behind. */
function inOrder(redraws: readonly { post: FeedPost; notice: Notice }[]): Notice[] {
  const rank = ({ post }: { post: FeedPost }) => (post.kind === 'feed-details' ? 0 : 1)
  return redraws.toSorted((one, other) => rank(one) - rank(other)).map(({ notice }) => notice)
}

function redraw({ newId }: Unit, post: FeedPost): { post: FeedPost; notice: Notice } {
  return {
    post,
    notice: {
      kind: 'feed-redraw',
      to: { channelId: post.channelId },
      dedupeKey: `feed-redraw:${newId<string>()}`,
      payload: { outboxId: post.outboxId },
      holdMs: FEED_SETTLE_MS,
    },
  }
}

function isAbout({ kind, payload }: FeedPost, { days, accountIds }: Work, zone: Zone): boolean {
  if (kind === 'feed-run') {
    return (
      accountIds.has(String(payload.athleteId)) &&
      days.has(localDayAt(Number(payload.startedAt) as Instant, zone))
    )
  }
  if (kind === 'feed-digest') {
    return [...days].some(day => day >= String(payload.from) && day <= String(payload.to))
  }
  return days.has(String(payload.day) as LocalDay)
}

/** Messages of single runs, as many as the channel has left for today; the rest is for its card. */
async function newMessages(
  { tx, now }: Unit,
  { organizationId, zone, today }: Club,
  channelId: string,
  activityIds: readonly string[],
): Promise<{ notices: Notice[]; activityIds: Set<string> }> {
  const queued = { notices: [] as Notice[], activityIds: new Set<string>() }
  if (activityIds.length === 0) return queued
  const each = (await listSubscriptionsSince(tx, organizationId, now, { channelId })).filter(
    subscription => subscription.mode === 'each' && subscription.state === 'active',
  )
  if (each.length === 0) return queued
  const { runsADay } = await findBudget(tx, organizationId, channelId)
  const since = startOfDay(today, zone)
  let left = runsADay - (await countPosts(tx, organizationId, channelId, { kind: 'feed-run', since }))
  for (const activityId of activityIds) {
    if (left <= 0) break
    const rows = await listRunInGroups(tx, organizationId, activityId)
    const row = rows.find(candidate =>
      each.some(
        ({ groupId, filter, activeFrom }) =>
          groupId === candidate.groupId &&
          candidate.createdAt >= activeFrom &&
          (filter === null || filter.includes(candidate.subType)),
      ),
    )
    const isRecent = row && localDayAt(row.startedAt, zone) >= addDays(today, -1)
    const dedupeKey = feedKeys.run(organizationId, channelId, activityId)
    if (!row || !isRecent || !showInChannel(row)) continue
    if (await findOutboxByKey(tx, organizationId, dedupeKey)) continue
    const setBy = each.find(({ groupId }) => groupId === row.groupId)?.setBy ?? ''
    queued.activityIds.add(activityId)
    queued.notices.push({
      kind: 'feed-run',
      to: { channelId },
      dedupeKey,
      payload: {
        channelId,
        activityId,
        athleteId: row.athleteId,
        groupId: row.groupId,
        startedAt: row.startedAt,
        askedBy: setBy,
      },
    })
    left -= 1
  }
  return queued
}

/** The card of a day and the answer under it, once there is something to show. */
async function newCard(
  { tx }: Unit,
  { organizationId }: Club,
  channelId: string,
  day: LocalDay,
  postedNow: ReadonlySet<string>,
): Promise<Notice[]> {
  const dedupeKey = feedKeys.card(organizationId, channelId, day)
  if (await findOutboxByKey(tx, organizationId, dedupeKey)) return []
  const card = await readDayCard(tx, organizationId, { channelId, day }, postedNow)
  if (!card?.isActive || (card.runs.length === 0 && card.folded.length === 0)) return []
  return cardNotices(organizationId, { channelId, day, askedBy: card.setBy })
}
