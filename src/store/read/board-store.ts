import { type Expression, type SqlBool, sql } from 'kysely'
import type { SubType } from '#domain/activity/sub-type.ts'
import { type BoardScope, boardScope } from '#domain/privacy/board-scope.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { MemberFacts } from '#domain/ranking/metric.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, type SwitchRow, switchesOf } from '../privacy-store.ts'
import type { Flag } from '../schema-columns.ts'
import { shownName } from '../shown-name.ts'
import { listedSubTypes } from './listed-sub-types.ts'

export type BoardQuestion = {
  organizationId: OrganizationId
  groupId: GroupId
  /** In the range. */
  from: Instant
  /** No longer in the range. */
  until: Instant
  scope: BoardScope
  /** Sees their own runs whatever they share; null where many read. */
  readerId: AccountId | null
  /** A coach whose own athletes are seen by a wider scope than the rest. */
  care?: { coachId: AccountId; scope: BoardScope }
  /** Runs unless asked otherwise. */
  subTypes?: readonly SubType[]
}

export type BoardFacts = {
  /** By name; also those without any activity. */
  members: MemberFacts[]
  /** Of the members that count, those who share with the group and stand on its boards. */
  sharing: number
  total: number
}

const ON_BOARDS = boardScope('teammate', 'channel').placeSwitches

/**
 * What each member did in the range. Counted are active athletes who were in the group at the range's end and still
 * are. The cost is that of the members and of their activities in the range, whatever else the table holds: the
 * activities are read from their covering index alone.
 */
export async function findBoardFacts(db: Reading, question: BoardQuestion): Promise<BoardFacts> {
  const { readerId, care } = question
  const found = await boardQuery(question).execute(db)
  const rows = found.rows.map(row => ({ ...row, switches: switchesOf(row) }))
  const isReader = (row: { account_id: string }) => row.account_id === readerId
  const isOn = (row: { switches: PrivacySwitches }, names: BoardScope['placeSwitches']) =>
    names.every(name => row.switches[name])
  const scopeOf = (row: { assignment: string | null }) =>
    care && row.assignment !== null ? care.scope : question.scope
  const hasPlace = (row: (typeof rows)[number], scope: BoardScope) =>
    scope.hasPlaces && (!scope.onlySharing || row.is_shared === 1) && isOn(row, scope.placeSwitches)
  const seen = rows.filter(row => isReader(row) || hasPlace(row, scopeOf(row)))
  const hides = (row: (typeof rows)[number], name: 'pace' | 'heartRateAndElevation') =>
    !isReader(row) && scopeOf(row).figureSwitches.includes(name) && !row.switches[name]
  return {
    members: seen.map(row => ({
      memberId: row.account_id,
      name: row.display_name,
      activities: Number(row.activities ?? 0),
      distanceCm: Number(row.distance_cm ?? 0),
      durationMs: Number(row.duration_ms ?? 0),
      climbCm: hides(row, 'heartRateAndElevation') ? 0 : Number(row.climb_cm ?? 0),
      activeDays: Number(row.active_days ?? 0),
      // Load and time together are the pace.
      loadMilli: hides(row, 'pace') || row.load_milli === null ? null : Number(row.load_milli),
      ...(hides(row, 'pace') ? { hidesPace: true } : {}),
      ...(hides(row, 'heartRateAndElevation') ? { hidesClimb: true } : {}),
    })),
    sharing: rows.filter(row => row.is_shared === 1 && isOn(row, ON_BOARDS)).length,
    total: rows.length,
  }
}

/**
 * First the sums, member by member as the index holds them, then who the members are: grouping what is joined to the
 * people would sort every activity. Written out, since building it anew costs more than asking it for a small group.
 */
export function boardQuery(question: BoardQuestion) {
  const { organizationId, groupId, from, until, care } = question
  const present = sql`gm.organization_id = ${organizationId} and gm.group_id = ${groupId} and gm.left_at is null`
  const assignment = care
    ? sql`left join coach_assignments as c on c.organization_id = gm.organization_id and c.athlete_id = gm.account_id
        and c.coach_id = ${care.coachId} and c.ended_at is null`
    : sql``
  return sql<BoardRow>`
    with sums as materialized (
      select
        gm.account_id,
        count(act.started_at) as activities,
        sum(act.distance_cm) as distance_cm,
        sum(act.duration_ms) as duration_ms,
        sum(act.climb_cm) as climb_cm,
        sum(act.vdot_load_milli) as load_milli,
        count(distinct act.local_on) as active_days
      from group_memberships as gm ${assignment}
      cross join activities as act
      where ${present}
        and act.account_id = gm.account_id
        and act.started_at >= ${from}
        and act.started_at < ${until}
        and act.organization_id = ${organizationId}
        and act.sub_type in (${listedSubTypes(question.subTypes)})
        -- Strava's API terms: on no board, not even for the athlete's own eyes.
        and act.source <> 'strava'
        and ${maySee(question)}
      group by gm.account_id
    )
    select
      gm.account_id,
      gm.is_shared,
      ${shownName()} as display_name,
      ${sql.raw(SWITCH_COLUMNS.join(', '))},
      ${care ? sql`c.id` : sql`null`} as assignment,
      sums.activities,
      sums.distance_cm,
      sums.duration_ms,
      sums.climb_cm,
      sums.load_milli,
      sums.active_days
    from group_memberships as gm
    join memberships as m
      on m.account_id = gm.account_id and m.organization_id = gm.organization_id
      and m.left_at is null and m.status = 'active'
    join membership_roles as r on r.membership_id = m.id and r.role = 'athlete'
    join accounts as a on a.id = gm.account_id
    left join privacy_settings as p
      on p.organization_id = gm.organization_id and p.account_id = gm.account_id
    ${assignment}
    left join sums on sums.account_id = gm.account_id
    where ${present}
      and (gm.joined_at < ${until} or exists (
        select 1 from group_memberships as past
        where past.organization_id = gm.organization_id
          and past.group_id = gm.group_id
          and past.account_id = gm.account_id
          and past.joined_at < ${until}
          and past.left_at >= ${until}
      ))
    -- Not by the bare column: its index would have the whole club walked in order.
    order by coalesce(m.search_key, ''), gm.account_id`
}

type BoardRow = SwitchRow & {
  account_id: string
  is_shared: Flag
  display_name: string
  assignment: string | null
  /** Null without any, and so are the sums. */
  activities: number | null
  distance_cm: number | null
  duration_ms: number | null
  climb_cm: number | null
  load_milli: number | null
  active_days: number | null
}

/** Of which activities: by the scope of whoever looks, the wider one for those in their care, and all of the reader's own. */
export function maySee({
  scope,
  care,
  readerId,
}: Pick<BoardQuestion, 'scope' | 'care' | 'readerId'>): Expression<SqlBool> {
  const ways = [
    visibleIn(scope),
    ...(care ? [sql<SqlBool>`(c.id is not null and ${visibleIn(care.scope)})`] : []),
    ...(readerId === null ? [] : [sql<SqlBool>`act.account_id = ${readerId}`]),
  ]
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

/** An empty list of visibilities lets nothing through. */
function visibleIn({ visibilities }: BoardScope): Expression<SqlBool> {
  return visibilities.length === 0
    ? sql<SqlBool>`0 = 1`
    : sql<SqlBool>`act.visibility in (${sql.join(visibilities)})`
}
