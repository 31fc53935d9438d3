import { type Expression, type SqlBool, sql } from 'kysely'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { DayRun } from '#domain/calendar/day-runs.ts'
import type { PrivacySwitch } from '#domain/privacy/privacy-switches.ts'
import type { SumScope } from '#domain/privacy/sum-scope.ts'
import type { Counted, GroupSums } from '#domain/ranking/group-stats.ts'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { COLUMN_OF_SWITCH } from '../privacy-store.ts'
import { listedSubTypes } from './listed-sub-types.ts'

export type SumsQuestion = {
  organizationId: OrganizationId
  groupIds: readonly GroupId[]
  /** In the range. */
  from: Instant
  /** No longer in the range. */
  until: Instant
  scope: SumScope
  /** Runs unless asked otherwise. */
  subTypes?: readonly SubType[]
}

/**
 * The sums of each group over the range. Counted are active athletes who were in the group at the range's end and still
 * are; the cost is that of the members and of their activities in the range, read from their covering index alone.
 */
export async function findGroupSums(
  db: Reading,
  question: SumsQuestion,
): Promise<Map<GroupId, GroupSums & Counted>> {
  if (question.groupIds.length === 0) return new Map()
  const { rows } = await sumsQuery(question).execute(db)
  return new Map(
    rows.map(row => [
      row.group_id as GroupId,
      { ...sumsOf(row), counted: Number(row.counted), total: Number(row.total) },
    ]),
  )
}

/** The sums of one group day by day, by the day's place in the range; days without any activity are left out. */
export async function findDaySums(
  db: Reading,
  question: SumsQuestion,
  runs: readonly DayRun[],
): Promise<Map<number, GroupSums>> {
  if (question.groupIds.length === 0) return new Map()
  const { rows } = await sql<SumsRow & { day: number }>`
    select
      ${dayOf(runs)} as day,
      count(distinct gm.account_id) as active,
      count(*) as activities,
      sum(act.distance_cm) as distance_cm,
      sum(act.duration_ms) as duration_ms
    from ${countedMembers(question.scope)}
    cross join activities as act
    where ${isCounted(question)} and ${isIn(question.scope)}
      and act.account_id = gm.account_id and ${isSummed(question)}
    group by day`.execute(db)
  return new Map(rows.map(row => [Number(row.day), sumsOf(row)]))
}

type SumsRow = {
  active: number
  activities: number
  distance_cm: number | null
  duration_ms: number | null
}

/** Written out: building it anew costs more than asking it for a small group. */
function sumsQuery(question: SumsQuestion) {
  return sql<SumsRow & { group_id: string; counted: number; total: number }>`
    select
      gm.group_id,
      count(distinct gm.account_id) as total,
      count(distinct case when ${isIn(question.scope)} then gm.account_id end) as counted,
      count(distinct act.account_id) as active,
      count(act.started_at) as activities,
      sum(act.distance_cm) as distance_cm,
      sum(act.duration_ms) as duration_ms
    from ${countedMembers(question.scope)}
    -- Of those who are not in the sums, nothing is read.
    left join activities as act
      on act.account_id = gm.account_id and ${isSummed(question)} and ${isIn(question.scope)}
    where ${isCounted(question)}
    group by gm.group_id`
}

function sumsOf(row: SumsRow): GroupSums {
  return {
    distanceCm: Number(row.distance_cm ?? 0),
    durationMs: Number(row.duration_ms ?? 0),
    activities: Number(row.activities),
    active: Number(row.active),
  }
}

/** Member by member of the group; joined in this order, whatever a database guesses of their numbers. */
function countedMembers({ switches }: SumScope) {
  const settings = sql`left join privacy_settings as p
    on p.organization_id = gm.organization_id and p.account_id = gm.account_id`
  return sql`group_memberships as gm cross join memberships as m cross join membership_roles as r
    ${switches.length === 0 ? sql`` : settings}`
}

function isCounted({ organizationId, groupIds, until }: SumsQuestion): Expression<SqlBool> {
  return sql<SqlBool>`gm.organization_id = ${organizationId}
    and gm.group_id in (${sql.join([...groupIds])})
    and gm.left_at is null
    and m.account_id = gm.account_id and m.organization_id = gm.organization_id
    and m.left_at is null and m.status = 'active'
    and r.membership_id = m.id and r.role = 'athlete'
    and (gm.joined_at < ${until} or exists (
      select 1 from group_memberships as past
      where past.organization_id = gm.organization_id
        and past.group_id = gm.group_id
        and past.account_id = gm.account_id
        and past.joined_at < ${until}
        and past.left_at >= ${until}
    ))`
}

/** Those whose activities are in the sums. */
function isIn(scope: SumScope): Expression<SqlBool> {
  const isOn = (name: PrivacySwitch) =>
    sql<SqlBool>`coalesce(${sql.raw(`p.${COLUMN_OF_SWITCH[name]}`)}, 1) = 1`
  const rules = [...(scope.onlySharing ? [sql<SqlBool>`gm.is_shared = 1`] : []), ...scope.switches.map(isOn)]
  return rules.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(rules, sql` and `)})`
}

function isSummed({ organizationId, from, until, scope, subTypes }: SumsQuestion): Expression<SqlBool> {
  // Strava's API terms: in no sum that others see, so in none.
  return sql<SqlBool>`act.started_at >= ${from} and act.started_at < ${until}
    and act.organization_id = ${organizationId}
    and act.sub_type in (${listedSubTypes(subTypes)})
    and act.source <> 'strava'
    and act.visibility in (${sql.join([...scope.visibilities])})`
}

/** The day's place in the range: by division within each run of days, held to the run's last day where that is longer. */
function dayOf(runs: readonly DayRun[]) {
  const place = ({ from, index, days }: DayRun) => {
    const since = sql`(act.started_at - ${whole(from)}) / ${sql.lit(DAY_MS)}`
    const last = sql.lit(days - 1)
    return sql`${sql.lit(index)} + case when ${since} > ${last} then ${last} else ${since} end`
  }
  const [last = { from: 0 as Instant, index: 0, days: 1 }, ...earlier] = runs.toReversed()
  const cases = earlier
    .toReversed()
    .map((run, at) => sql`when act.started_at < ${runs[at + 1]?.from ?? run.from} then ${place(run)}`)
  return cases.length === 0
    ? sql<number>`${place(last)}`
    : sql<number>`case ${sql.join(cases, sql` `)} else ${place(last)} end`
}

/** A number is bound as one with a fraction, and would be divided so. Bound, it leaves the statement the same for all ranges. */
function whole(value: number) {
  return sql`cast(${value} as bigint)`
}
