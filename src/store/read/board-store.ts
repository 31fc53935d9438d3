import { type Expression, type SqlBool, sql } from 'kysely'
import { RUN_SUB_TYPES, type SubType } from '#domain/activity/sub-type.ts'
import { type BoardScope, boardScope } from '#domain/privacy/board-scope.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { MemberFacts } from '#domain/ranking/metric.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, switchesOf } from '../privacy-store.ts'
import { shownName } from '../shown-name.ts'

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

/**
 * What each member did in the range. Counted are active athletes who were in the group at the range's end and still
 * are. The cost is that of the members and of their activities in the range, whatever else the table holds: the
 * activities are read from their covering index alone.
 */
export async function findBoardFacts(db: Reading, question: BoardQuestion): Promise<BoardFacts> {
  const { readerId, care } = question
  const rows = (await boardQuery(db, question).execute()).map(row => ({ ...row, switches: switchesOf(row) }))
  const isReader = (row: { account_id: string }) => row.account_id === readerId
  const isOn = (row: { switches: PrivacySwitches }, names: BoardScope['placeSwitches']) =>
    names.every(name => row.switches[name])
  const scopeOf = (row: { assignment: string | null }) =>
    care && row.assignment !== null ? care.scope : question.scope
  const hasPlace = (row: (typeof rows)[number], scope: BoardScope) =>
    scope.hasPlaces && (!scope.onlySharing || row.is_shared === 1) && isOn(row, scope.placeSwitches)
  const seen = rows.filter(row => isReader(row) || hasPlace(row, scopeOf(row)))
  const group = boardScope('teammate', 'channel')
  const hides = (row: (typeof rows)[number], name: 'pace' | 'heartRateAndElevation') =>
    !isReader(row) && scopeOf(row).figureSwitches.includes(name) && !row.switches[name]
  return {
    members: seen.map(row => ({
      memberId: row.account_id,
      name: row.display_name,
      activities: Number(row.activities),
      distanceCm: Number(row.distance_cm ?? 0),
      durationMs: Number(row.duration_ms ?? 0),
      climbCm: hides(row, 'heartRateAndElevation') ? 0 : Number(row.climb_cm ?? 0),
      activeDays: Number(row.active_days),
      // Load and time together are the pace.
      loadMilli: hides(row, 'pace') || row.load_milli === null ? null : Number(row.load_milli),
      ...(hides(row, 'pace') ? { hidesPace: true } : {}),
      ...(hides(row, 'heartRateAndElevation') ? { hidesClimb: true } : {}),
    })),
    sharing: rows.filter(row => row.is_shared === 1 && isOn(row, group.placeSwitches)).length,
    total: rows.length,
  }
}

export function boardQuery(db: Reading, question: BoardQuestion) {
  const { organizationId, groupId, from, until } = question
  const coachId = question.care?.coachId ?? ''
  const subTypes = question.subTypes ?? RUN_SUB_TYPES
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
    .innerJoin('accounts as a', 'a.id', 'gm.account_id')
    .leftJoin('privacy_settings as p', join =>
      join.onRef('p.organization_id', '=', 'gm.organization_id').onRef('p.account_id', '=', 'gm.account_id'),
    )
    .leftJoin('coach_assignments as c', join =>
      join
        .onRef('c.organization_id', '=', 'gm.organization_id')
        .onRef('c.athlete_id', '=', 'gm.account_id')
        .on('c.coach_id', '=', coachId)
        .on('c.ended_at', 'is', null),
    )
    .leftJoin('activities as act', join =>
      join
        .onRef('act.account_id', '=', 'gm.account_id')
        .on('act.started_at', '>=', from)
        .on('act.started_at', '<', until)
        .on('act.organization_id', '=', organizationId)
        .on('act.sub_type', 'in', subTypes)
        // Strava's API terms: on no board, not even for the athlete's own eyes.
        .on('act.source', '<>', 'strava')
        .on(maySee(question)),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.group_id', '=', groupId)
    .where('gm.left_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('group_memberships as then')
          .whereRef('then.group_id', '=', 'gm.group_id')
          .whereRef('then.account_id', '=', 'gm.account_id')
          .where('then.joined_at', '<', until)
          .where(expression =>
            expression.or([expression('then.left_at', 'is', null), expression('then.left_at', '>=', until)]),
          )
          .select('then.id'),
      ),
    )
    .groupBy('gm.id')
    .orderBy('m.search_key')
    .orderBy('gm.account_id')
    .select(expression => [
      'gm.account_id',
      'gm.is_shared',
      shownName().as('display_name'),
      ...SWITCH_COLUMNS,
      expression.fn.max<string | null>('c.id').as('assignment'),
      expression.fn.count<number>('act.started_at').as('activities'),
      expression.fn.sum<number | null>('act.distance_cm').as('distance_cm'),
      expression.fn.sum<number | null>('act.duration_ms').as('duration_ms'),
      expression.fn.sum<number | null>('act.climb_cm').as('climb_cm'),
      expression.fn.sum<number | null>('act.vdot_load_milli').as('load_milli'),
      expression.fn.count<number>('act.local_on').distinct().as('active_days'),
    ])
}

/** Of which activities: by the scope of whoever looks, the wider one for those in their care, and all of the reader's own. */
function maySee({ scope, care, readerId }: BoardQuestion): Expression<SqlBool> {
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
