import { sql } from 'kysely'
import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { RunFacts } from '#domain/feed/show-run.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, switchesOf } from '../privacy-store.ts'
import { shownName } from '../shown-name.ts'
import { membersOfGroups } from './members-of-groups.ts'

/** Every run of the groups' members that began in a span, oldest first, whether it may be shown or not. */
export async function listRunsWithin(
  db: Reading,
  organizationId: OrganizationId,
  groupIds: readonly string[],
  { from, until }: { from: Instant; until: Instant },
): Promise<RunFacts[]> {
  if (groupIds.length === 0) return []
  const rows = await runsOfMembers(db, organizationId)
    .where('gm.group_id', 'in', groupIds)
    .where('act.started_at', '>=', from)
    .where('act.started_at', '<', until)
    .orderBy('act.started_at')
    .orderBy('act.id')
    .orderBy('gm.group_id')
    .execute()
  return rows.map(feedRowOf)
}

/** One run as each of the groups that its athlete is in has it. */
export async function listRunInGroups(
  db: Reading,
  organizationId: OrganizationId,
  activityId: string,
): Promise<RunFacts[]> {
  const rows = await runsOfMembers(db, organizationId)
    .where('act.id', '=', activityId)
    .orderBy('gm.group_id')
    .execute()
  return rows.map(feedRowOf)
}

/** Of the groups' members, how many show their runs in channels. */
export async function countSharing(
  db: Reading,
  organizationId: OrganizationId,
  groupIds: readonly string[],
): Promise<{ sharing: number; total: number }> {
  if (groupIds.length === 0) return { sharing: 0, total: 0 }
  const rows = await membersOfGroups(db, organizationId)
    .where('gm.group_id', 'in', groupIds)
    .select(['gm.account_id', 'gm.is_shared', 'p.is_shown'])
    .execute()
  const sharing = rows.filter(row => row.is_shared === 1 && row.is_shown !== 0)
  const people = (of: typeof rows) => new Set(of.map(row => row.account_id)).size
  return { sharing: people(sharing), total: people(rows) }
}

export const RUN_COLUMNS = [
  'act.id',
  'gm.account_id',
  'gm.group_id',
  'gm.is_shared',
  'gm.joined_at',
  'm.status',
  ...SWITCH_COLUMNS,
  'act.name',
  'act.sub_type',
  'act.started_at',
  'act.local_on',
  'act.zone',
  'act.distance_cm',
  'act.duration_ms',
  'act.climb_cm',
  'act.visibility',
  'act.source',
  'act.created_at',
] as const

function runsOfMembers(db: Reading, organizationId: OrganizationId) {
  return membersOfGroups(db, organizationId)
    .innerJoin('activities as act', join =>
      join
        .onRef('act.account_id', '=', 'gm.account_id')
        .onRef('act.organization_id', '=', 'gm.organization_id'),
    )
    .innerJoin('groups as g', join => join.onRef('g.id', '=', 'gm.group_id').on('g.deleted_at', 'is', null))
    .where('act.source', '<>', 'strava')
    .select(RUN_COLUMNS)
    .select([shownName().as('athlete_name'), kudosOf()])
}

export function kudosOf() {
  return sql<number>`(select count(*) from kudos as k where k.activity_id = act.id)`.as('kudos')
}

type RawRow = {
  id: string
  account_id: string
  athlete_name: string
  group_id: string
  is_shared: number
  joined_at: number
  status: string
  name: string
  sub_type: string
  started_at: number
  local_on: string
  zone: string
  distance_cm: number | null
  duration_ms: number
  climb_cm: number | null
  visibility: string
  source: string
  created_at: number
  kudos: number
} & Parameters<typeof switchesOf>[0]

export function feedRowOf(row: RawRow): RunFacts {
  return {
    activityId: row.id as ActivityId,
    athleteId: row.account_id as AccountId,
    athleteName: row.athlete_name,
    groupId: row.group_id,
    isShared: row.is_shared === 1,
    status: row.status as MemberStatus,
    switches: switchesOf(row),
    joinedAt: row.joined_at as Instant,
    name: row.name,
    subType: row.sub_type as SubType,
    startedAt: row.started_at as Instant,
    localOn: row.local_on as LocalDay,
    zone: row.zone as Zone,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
    climbCm: row.climb_cm,
    visibility: row.visibility as Visibility,
    isStrava: row.source === 'strava',
    createdAt: row.created_at as Instant,
    kudos: Number(row.kudos),
  }
}
