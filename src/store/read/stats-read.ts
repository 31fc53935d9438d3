import { type Expression, type SqlBool, sql } from 'kysely'
import { RUN_SUB_TYPES, type SubType } from '#domain/activity/sub-type.ts'
import type { DayRun } from '#domain/calendar/day-runs.ts'
import type { PrivacySwitch } from '#domain/privacy/privacy-switches.ts'
import type { SumScope } from '#domain/privacy/sum-scope.ts'
import type { Counted, GroupSums } from '#domain/ranking/group-stats.ts'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { COLUMN_OF_SWITCH } from '../privacy-store.ts'

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
  const rows = await db
    .with('counted', () => countedMembers(db, question.organizationId, question))
    .selectFrom('counted as c')
    .leftJoin('activities as act', join =>
      join
        .onRef('act.account_id', '=', 'c.account_id')
        .on(isSummed(question))
        // Of those who are not in the sums, nothing is read.
        .on('c.is_in', '=', 1),
    )
    .groupBy('c.group_id')
    .select(eb => [
      'c.group_id',
      eb.fn.count<number>('c.account_id').distinct().as('total'),
      sql<number>`count(distinct case when c.is_in = 1 then c.account_id end)`.as('counted'),
      eb.fn.count<number>('act.account_id').distinct().as('active'),
      eb.fn.count<number>('act.started_at').as('activities'),
      eb.fn.sum<number | null>('act.distance_cm').as('distance_cm'),
      eb.fn.sum<number | null>('act.duration_ms').as('duration_ms'),
    ])
    .execute()
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
  const rows = await db
    .with('counted', () => countedMembers(db, question.organizationId, question))
    .selectFrom('counted as c')
    .innerJoin('activities as act', join =>
      join.onRef('act.account_id', '=', 'c.account_id').on(isSummed(question)),
    )
    .where('c.is_in', '=', 1)
    .select(eb => [
      dayOf(runs).as('day'),
      eb.fn.count<number>('act.account_id').distinct().as('active'),
      eb.fn.count<number>('act.started_at').as('activities'),
      eb.fn.sum<number | null>('act.distance_cm').as('distance_cm'),
      eb.fn.sum<number | null>('act.duration_ms').as('duration_ms'),
    ])
    .groupBy('day')
    .execute()
  return new Map(rows.map(row => [Number(row.day), sumsOf(row)]))
}

function sumsOf(row: {
  active: number
  activities: number
  distance_cm: number | null
  duration_ms: number | null
}): GroupSums {
  return {
    distanceCm: Number(row.distance_cm ?? 0),
    durationMs: Number(row.duration_ms ?? 0),
    activities: Number(row.activities),
    active: Number(row.active),
  }
}

function countedMembers(
  db: Reading,
  organizationId: OrganizationId,
  { groupIds, until, scope }: SumsQuestion,
) {
  return db
    .selectFrom('group_memberships as gm')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'gm.account_id')
        .onRef('m.organization_id', '=', 'gm.organization_id')
        .on('m.left_at', 'is', null)
        .on('m.status', '=', 'active'),
    )
    .innerJoin('membership_roles as r', join =>
      join.onRef('r.membership_id', '=', 'm.id').on('r.role', '=', 'athlete'),
    )
    .leftJoin('privacy_settings as p', join =>
      join.onRef('p.organization_id', '=', 'gm.organization_id').onRef('p.account_id', '=', 'gm.account_id'),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.group_id', 'in', groupIds)
    .where('gm.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('group_memberships as then')
          .whereRef('then.group_id', '=', 'gm.group_id')
          .whereRef('then.account_id', '=', 'gm.account_id')
          .where('then.joined_at', '<', until)
          .where(eb => eb.or([eb('then.left_at', 'is', null), eb('then.left_at', '>=', until)]))
          .select('then.id'),
      ),
    )
    .select(['gm.group_id', 'gm.account_id', isIn(scope).as('is_in')])
}

/** 1 for those whose activities are in the sums. */
function isIn(scope: SumScope) {
  const isOn = (name: PrivacySwitch) =>
    sql<SqlBool>`coalesce(${sql.ref(`p.${COLUMN_OF_SWITCH[name]}`)}, 1) = 1`
  const rules = [...(scope.onlySharing ? [sql<SqlBool>`gm.is_shared = 1`] : []), ...scope.switches.map(isOn)]
  const all = rules.length === 0 ? sql`1` : sql.join(rules, sql` and `)
  return sql<number>`case when ${all} then 1 else 0 end`
}

function isSummed({ organizationId, from, until, scope, subTypes }: SumsQuestion): Expression<SqlBool> {
  // Strava's API terms: in no sum that others see, so in none.
  return sql<SqlBool>`act.started_at >= ${from} and act.started_at < ${until}
    and act.organization_id = ${organizationId}
    and act.sub_type in (${sql.join([...(subTypes ?? RUN_SUB_TYPES)])})
    and act.source <> 'strava'
    and act.visibility in (${sql.join([...scope.visibilities])})`
}

/** The day's place in the range: by division within each run of days, held to the run's last day where that is longer. */
function dayOf(runs: readonly DayRun[]) {
  const place = ({ from, index, days }: DayRun) => {
    const since = sql`(act.started_at - ${sql.lit(from)}) / ${sql.lit(DAY_MS)}`
    const last = sql.lit(days - 1)
    return sql`${sql.lit(index)} + case when ${since} > ${last} then ${last} else ${since} end`
  }
  const [last = { from: 0 as Instant, index: 0, days: 1 }, ...earlier] = runs.toReversed()
  const cases = earlier
    .toReversed()
    .map(
      (run, at) => sql`when act.started_at < ${sql.lit(runs[at + 1]?.from ?? run.from)} then ${place(run)}`,
    )
  return cases.length === 0
    ? sql<number>`${place(last)}`
    : sql<number>`case ${sql.join(cases, sql` `)} else ${place(last)} end`
}
