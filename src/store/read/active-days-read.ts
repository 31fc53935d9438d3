import { sql } from 'kysely'
import type { Visibility } from '#domain/activity/activity.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, type LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { listedSubTypes } from './listed-sub-types.ts'

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
  // A day with two runs comes twice: to have it once, the database would sort what comes in order.
  const { rows } = await sql<{ account_id: string; local_on: string }>`
    select gm.account_id, act.local_on
    from group_memberships as gm
    cross join activities as act
    where gm.organization_id = ${organizationId}
      and gm.group_id = ${groupId}
      and gm.left_at is null
      and act.account_id = gm.account_id
      and act.started_at >= ${begin}
      and act.started_at < ${end}
      and act.organization_id = ${organizationId}
      and act.sub_type in (${listedSubTypes()})
      and act.source <> 'strava'
      and act.visibility in (${sql.join([...visibilities])})
      and act.local_on >= ${from}
      and act.local_on <= ${to}`.execute(db)
  for (const { account_id, local_on } of rows) {
    const accountId = account_id as AccountId
    const set = days.get(accountId) ?? new Set<LocalDay>()
    set.add(local_on as LocalDay)
    days.set(accountId, set)
  }
  return days
}
