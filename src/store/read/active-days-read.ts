import { sql } from 'kysely'
import type { Visibility } from '#domain/activity/activity.ts'
import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, type LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

export type ActiveDaysQuestion = {
  organizationId: OrganizationId
  groupId: GroupId
  /** The member's own calendar days, both included. */
  from: LocalDay
  to: LocalDay
  visibilities: readonly Visibility[]
}

/** The local days on which each present member of a group ran, from the covering index alone. */
export async function findActiveDays(
  db: Reading,
  { organizationId, groupId, from, to, visibilities }: ActiveDaysQuestion,
): Promise<Map<AccountId, Set<LocalDay>>> {
  const days = new Map<AccountId, Set<LocalDay>>()
  if (visibilities.length === 0) return days
  // Local days lie within a day of the same days in UTC, so that the index can be asked by instant.
  const begin = (Date.parse(from) - DAY_MS) as Instant
  const end = (Date.parse(to) + 2 * DAY_MS) as Instant
  const rows = await db
    .selectFrom('group_memberships as gm')
    .innerJoin('activities as act', join =>
      join
        .onRef('act.account_id', '=', 'gm.account_id')
        .on('act.started_at', '>=', begin)
        .on('act.started_at', '<', end)
        .on('act.organization_id', '=', organizationId)
        .on('act.sub_type', 'in', RUN_SUB_TYPES)
        .on('act.source', '<>', 'strava')
        .on(sql<boolean>`act.visibility in (${sql.join([...visibilities])})`),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.group_id', '=', groupId)
    .where('gm.left_at', 'is', null)
    .where('act.local_on', '>=', from)
    .where('act.local_on', '<=', to)
    .select(['gm.account_id', 'act.local_on'])
    .distinct()
    .execute()
  for (const { account_id, local_on } of rows) {
    const accountId = account_id as AccountId
    const set = days.get(accountId) ?? new Set<LocalDay>()
    set.add(local_on as LocalDay)
    days.set(accountId, set)
  }
  return days
}
