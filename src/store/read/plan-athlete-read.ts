import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { inSlices } from '../in-slices.ts'
import { athletesInGroup } from '../present-in-group.ts'
import { shownName } from '../shown-name.ts'

export type GroupAthlete = {
  accountId: AccountId
  displayName: string
  status: MemberStatus
  isShared: boolean
}

/** Present members of a group who have the athlete's role, by name. */
export async function listAthletesOfGroup(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
): Promise<GroupAthlete[]> {
  const rows = await athletesInGroup(db, organizationId, groupId)
    .orderBy(shownName())
    .orderBy('a.id')
    .select(['a.id', shownName().as('display_name'), 'm.status', 'gm.is_shared'])
    .execute()
  return rows.map(row => ({
    accountId: row.id as AccountId,
    displayName: row.display_name,
    status: row.status as MemberStatus,
    isShared: row.is_shared === 1,
  }))
}

export type LongestRun = { accountId: AccountId; visibility: string; source: string; longestCm: number }

/** The longest run of each since then, apart by who may see it and where it came from. */
export async function listLongestRuns(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  since: Instant,
): Promise<LongestRun[]> {
  const found: LongestRun[] = []
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('activities')
      .where('organization_id', '=', organizationId)
      .where('account_id', 'in', [...slice])
      .where('started_at', '>=', since)
      .where('sub_type', 'in', [...RUN_SUB_TYPES])
      .groupBy(['account_id', 'visibility', 'source'])
      .select(({ fn }) => ['account_id', 'visibility', 'source', fn.max('distance_cm').as('longest_cm')])
      .execute()
    for (const row of rows) {
      found.push({
        accountId: row.account_id as AccountId,
        visibility: row.visibility,
        source: row.source,
        longestCm: Number(row.longest_cm ?? 0),
      })
    }
  })
  return found
}

/** The goal races of those who have one in these days. */
export async function listGoalRaces(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<{ accountId: AccountId; name: string | null; on: LocalDay }[]> {
  const found: { accountId: AccountId; name: string | null; on: LocalDay }[] = []
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('athlete_profiles')
      .select(['account_id', 'goal_race_name', 'goal_race_on'])
      .where('organization_id', '=', organizationId)
      .where('account_id', 'in', [...slice])
      .where('goal_race_on', '>=', from)
      .where('goal_race_on', '<=', to)
      .execute()
    for (const row of rows) {
      found.push({
        accountId: row.account_id as AccountId,
        name: row.goal_race_name,
        on: row.goal_race_on as LocalDay,
      })
    }
  })
  return found
}
