import { type Expression, type SqlBool, sql } from 'kysely'
import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { FeedCursor } from '#domain/feed/feed-run.ts'
import type { RunFacts } from '#domain/feed/show-run.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, switchesOf } from '../privacy-store.ts'
import { shownName } from '../shown-name.ts'
import { feedRowOf, kudosOf, RUN_COLUMNS } from './feed-rows.ts'
import { membersOfGroups } from './members-of-groups.ts'

/** Of which activities, by who they are of: the reader's own, those in the reader's care, the rest. */
export type FeedVisibilities = {
  own: readonly Visibility[]
  inCare: readonly Visibility[]
  rest: readonly Visibility[]
}

export type FeedQuestion = {
  organizationId: OrganizationId
  groupId: GroupId
  /** Null for all of them. */
  subTypes: readonly SubType[] | null
  /** In the range, and no longer in it. */
  from: Instant
  until: Instant
  readerId: AccountId
  /** Is everybody in the reader's care? Otherwise those assigned to them. */
  isAllInCare: boolean
  visibilities: FeedVisibilities
  /** Nothing from before the member joined the group, but for the reader's own and those in their care. */
  onlySinceJoining: boolean
}

/** Towards older or newer runs, from a place on that is itself left out; null for the newest. */
export type FeedTurn = { direction: 'older' | 'newer'; cursor: FeedCursor } | null

export type FeedMember = {
  accountId: AccountId
  isOwn: boolean
  isInCare: boolean
  isShared: boolean
  status: MemberStatus
  switches: PrivacySwitches
  /** The start of their first run from the place on, in the direction; null where there is none. */
  nearest: Instant | null
}

/**
 * Active athletes who are in the group, each with where their runs begin from the place on: one step into the covering
 * index a member.
 */
export async function listFeedMembers(
  db: Reading,
  question: FeedQuestion,
  turn: FeedTurn,
): Promise<FeedMember[]> {
  const rows = await feedMembersQuery(db, question, turn).execute()
  const { readerId, isAllInCare } = question
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    isOwn: row.account_id === readerId,
    isInCare: isAllInCare || row.assignment !== null,
    isShared: row.is_shared === 1,
    status: row.status as MemberStatus,
    switches: switchesOf(row),
    nearest: row.nearest as Instant | null,
  }))
}

export function feedMembersQuery(db: Reading, question: FeedQuestion, turn: FeedTurn) {
  const isNewer = turn?.direction === 'newer'
  return membersOfGroups(db, question.organizationId)
    .leftJoin('coach_assignments as c', join =>
      join
        .onRef('c.organization_id', '=', 'gm.organization_id')
        .onRef('c.athlete_id', '=', 'gm.account_id')
        .on('c.coach_id', '=', question.readerId)
        .on('c.ended_at', 'is', null),
    )
    .where('gm.group_id', '=', question.groupId)
    .select([
      'gm.account_id',
      'gm.is_shared',
      'm.status',
      'c.id as assignment',
      ...SWITCH_COLUMNS,
      sql<number | null>`(select act.started_at from activities as act
        where act.account_id = gm.account_id and ${isShown(question)} and ${beyond(turn)}
        order by act.started_at ${sql.raw(isNewer ? 'asc' : 'desc')} limit 1)`.as('nearest'),
    ])
}

/**
 * The next runs of some members from a place on. Of each member no more than `limit` entries of the covering index are
 * read, however long their history; members are few, because only those can be on the page whose runs begin on it.
 */
export async function listFeedRuns(
  db: Reading,
  question: FeedQuestion,
  turn: FeedTurn,
  of: { accountIds: readonly AccountId[]; limit: number },
): Promise<RunFacts[]> {
  if (of.accountIds.length === 0) return []
  const rows = await feedRunsQuery(db, question, turn, of).execute()
  const found = rows.map(feedRowOf)
  return turn?.direction === 'newer' ? found.reverse() : found
}

export function feedRunsQuery(
  db: Reading,
  question: FeedQuestion,
  turn: FeedTurn,
  { accountIds, limit }: { accountIds: readonly AccountId[]; limit: number },
) {
  const isNewer = turn?.direction === 'newer'
  const order = sql.raw(isNewer ? 'asc' : 'desc')
  const last = sql<number>`coalesce((select act.started_at from activities as act
    where act.account_id = gm.account_id and ${isShown(question)} and ${beyond(turn)}
    order by act.started_at ${order} limit 1 offset ${limit}),
    ${isNewer ? question.until : question.from})`
  return membersOfGroups(db, question.organizationId)
    .leftJoin('coach_assignments as c', join =>
      join
        .onRef('c.organization_id', '=', 'gm.organization_id')
        .onRef('c.athlete_id', '=', 'gm.account_id')
        .on('c.coach_id', '=', question.readerId)
        .on('c.ended_at', 'is', null),
    )
    .innerJoin('activities as act', join =>
      join
        .onRef('act.account_id', '=', 'gm.account_id')
        .on(isNewer ? sql<SqlBool>`act.started_at <= ${last}` : sql<SqlBool>`act.started_at >= ${last}`)
        .on(isShown(question))
        .on(beyond(turn)),
    )
    .where('gm.group_id', '=', question.groupId)
    .where('gm.account_id', 'in', accountIds)
    .where(exactlyBeyond(turn))
    .orderBy('act.started_at', isNewer ? 'asc' : 'desc')
    .orderBy('act.id', isNewer ? 'asc' : 'desc')
    .limit(limit)
    .select(RUN_COLUMNS)
    .select([shownName().as('athlete_name'), kudosOf()])
}

function isShown(question: FeedQuestion): Expression<SqlBool> {
  const { organizationId, subTypes, from, until, readerId, visibilities } = question
  const inCare = question.isAllInCare ? sql`1 = 1` : sql`c.id is not null`
  const ofSubTypes = subTypes === null ? sql`1 = 1` : sql`act.sub_type in (${sql.join([...subTypes])})`
  const sinceJoining = question.onlySinceJoining
    ? sql`(act.started_at >= gm.joined_at or gm.account_id = ${readerId} or ${inCare})`
    : sql`1 = 1`
  // Strava's API terms: in nobody's feed, not even for the athlete's own eyes.
  return sql<SqlBool>`act.organization_id = ${organizationId} and act.source <> 'strava'
    and act.started_at >= ${from} and act.started_at < ${until}
    and ${ofSubTypes} and ${sinceJoining}
    and case when gm.account_id = ${readerId} then ${visibleIn(visibilities.own)}
      when ${inCare} then ${visibleIn(visibilities.inCare)}
      else ${visibleIn(visibilities.rest)} end`
}

/** An empty list of visibilities lets nothing through. */
function visibleIn(visibilities: readonly Visibility[]): Expression<SqlBool> {
  return visibilities.length === 0
    ? sql<SqlBool>`0 = 1`
    : sql<SqlBool>`act.visibility in (${sql.join([...visibilities])})`
}

/** By the start alone, so that the index has it all; runs of the cursor's very start are sorted out at the end. */
function beyond(turn: FeedTurn): Expression<SqlBool> {
  if (!turn) return sql<SqlBool>`1 = 1`
  return turn.direction === 'newer'
    ? sql<SqlBool>`act.started_at >= ${turn.cursor.startedAt}`
    : sql<SqlBool>`act.started_at <= ${turn.cursor.startedAt}`
}

function exactlyBeyond(turn: FeedTurn): Expression<SqlBool> {
  if (!turn) return sql<SqlBool>`1 = 1`
  const { startedAt, id } = turn.cursor
  return turn.direction === 'newer'
    ? sql<SqlBool>`(act.started_at, act.id) > (${startedAt}, ${id})`
    : sql<SqlBool>`(act.started_at, act.id) < (${startedAt}, ${id})`
}
