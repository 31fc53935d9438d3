import { VISIBILITIES, type Visibility } from '#domain/activity/activity.ts'
import { type DayRange, instantsOf } from '#domain/calendar/day-range.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import { filterFromWords } from '#domain/feed/feed-filter.ts'
import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { FeedPage, FeedRun } from '#domain/feed/feed-run.ts'
import { type RunFacts, showRun } from '#domain/feed/show-run.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { mayShow, type Relation } from '#domain/privacy/may-show.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import {
  type FeedMember,
  type FeedQuestion,
  type FeedTurn,
  listFeedMembers,
  listFeedRuns,
} from '#store/read/feed-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../group/resolve-group.ts'
import { requireBoardReader } from '../leaderboard/require-board-reader.ts'

export type ShowFeed = WhichGroup & {
  /** Names of sub-types, their aliases, or `run` for every run; none for everything. */
  subTypes: readonly string[]
  /** Days in words; null for all there is. */
  range: string | null
  turn: FeedTurn
}

export const FEED_PAGE = 8

/** A group's done activities for the asker alone, newest first, as far as they may see each. */
export async function showFeed(
  { db, actor, now }: UnitOfReading,
  input: ShowFeed,
): Promise<Result<FeedPage, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal | FeedRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { accountId, organizationId, zone, roles } = asker.value
  const found = await resolveWhichGroup(db, actor, input)
  if (!found.ok) return found
  const group = found.value
  const today = localDayAt(now, zone)
  const range = input.range === null ? null : parseRangeWords(input.range, today)
  if (range && !range.ok) return range
  const filter = filterFromWords(input.subTypes)
  if (!filter.ok) return filter
  const reader = await requireBoardReader(db, asker.value, group)
  if (!reader.ok) return reader
  const isHead = roles.has('head-coach')
  const rest: Relation = isHead ? 'coach' : isCoach(actor) ? 'other-coach' : 'teammate'
  const question: FeedQuestion = {
    organizationId,
    groupId: group.id,
    subTypes: filter.value,
    ...spanOf(range?.value ?? null, now, zone),
    readerId: accountId,
    isAllInCare: isHead,
    visibilities: {
      own: VISIBILITIES,
      inCare: isCoach(actor) ? visibleTo('coach') : visibleTo(rest),
      rest: visibleTo(rest),
    },
    onlySinceJoining: !isHead,
  }
  const relationOf = (isOwn: boolean, isInCare: boolean): Relation =>
    isOwn ? 'self' : isInCare && isCoach(actor) ? 'coach' : rest
  const read = async (turn: FeedTurn, limit: number) => {
    const members = await listFeedMembers(db, question, turn)
    const seen = members.filter(member => isSeen(member, relationOf(member.isOwn, member.isInCare)))
    const rows = await listFeedRuns(db, question, turn, { accountIds: onThePage(seen, turn, limit), limit })
    const careOf = new Map(members.map(member => [member.accountId, member]))
    const runs = rows.flatMap(row => {
      const member = careOf.get(row.athleteId)
      const relation = relationOf(member?.isOwn ?? false, member?.isInCare ?? false)
      return showRun(row, { relation, isSuspended: false }, 'private') ?? []
    })
    return { runs, members }
  }
  let { runs, members } = await read(input.turn, FEED_PAGE)
  // Turning back to less than a page: show what is newest instead.
  const isShort = input.turn?.direction === 'newer' && runs.length < FEED_PAGE
  if (input.turn && (runs.length === 0 || isShort)) ({ runs, members } = await read(null, FEED_PAGE))
  const [first, last] = [runs[0], runs.at(-1)]
  const hasMore = async (direction: 'older' | 'newer', run: FeedRun | undefined) =>
    run !== undefined &&
    (await read({ direction, cursor: { startedAt: run.startedAt, id: run.activityId } }, 1)).runs.length > 0
  const mine = new Set(members.filter(member => member.isInCare).map(member => member.accountId))
  return ok({
    groupId: group.id,
    groupName: group.name,
    filter: filter.value,
    range: range?.value ?? null,
    runs,
    hasNewer: await hasMore('newer', first),
    hasOlder: await hasMore('older', last),
    today,
    mayComment: new Set(
      isCoach(actor)
        ? runs
            .filter(run => mine.has(run.athleteId) && run.athleteId !== accountId)
            .map(run => run.activityId)
        : [],
    ),
    sharing: isCoach(actor)
      ? null
      : { sharing: members.filter(member => isSeen(member, 'teammate')).length, total: members.length },
  })
}

/** Runs of the coming hours are there too: phones disagree about the time. */
function spanOf(range: DayRange | null, now: Instant, zone: Parameters<typeof instantsOf>[1]) {
  return range ? instantsOf(range, zone) : { from: instant(0), until: instant(now + DAY_MS) }
}

/** What `mayShow` says of an athlete who hides nothing: the rest is asked of each member. */
function visibleTo(relation: Relation): Visibility[] {
  const athlete = {
    status: 'active',
    hasAnswered: true,
    sharesWithGroup: true,
    switches: DEFAULT_SWITCHES,
  } as const
  return VISIBILITIES.filter(visibility =>
    mayShow(
      { kind: 'activity', source: 'owned', visibility, athlete },
      { relation, isSuspended: false },
      'private',
    ),
  )
}

function isSeen({ isShared, status, switches }: FeedMember, relation: Relation): boolean {
  const athlete = { status, hasAnswered: true, sharesWithGroup: isShared, switches } as const
  return mayShow(
    { kind: 'activity', source: 'owned', visibility: 'share', athlete },
    { relation, isSuspended: false },
    'private',
  )
}

/**
 * Those members who can be on a page of so many: whoever has no run as near as the page is long has none on it. Runs
 * of the cursor's very start may be behind it, so their members do not count.
 */
function onThePage(members: readonly FeedMember[], turn: FeedTurn, limit: number): RunFacts['athleteId'][] {
  const isNewer = turn?.direction === 'newer'
  const starts = members
    .flatMap(({ nearest }) => (nearest === null || nearest === turn?.cursor.startedAt ? [] : [nearest]))
    .sort((one, other) => (isNewer ? one - other : other - one))
  const edge = starts[limit - 1]
  return members
    .filter(({ nearest }) => {
      if (nearest === null) return false
      return edge === undefined || (isNewer ? nearest <= edge : nearest >= edge)
    })
    .map(member => member.accountId)
}
