import type { Enrollment } from '#domain/plan/template/enrollment.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { enrollmentOf } from '../enrollment-store.ts'

/** One of those who are on a plan with a group: what the others have, whatever became of the template since. */
export async function findEnrollmentOfGroup(
  db: Reading,
  organizationId: OrganizationId,
  of: { groupId: string; planId: string; startOn: LocalDay },
): Promise<Enrollment | undefined> {
  const row = await db
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', of.groupId)
    .where('plan_id', '=', of.planId)
    .where('start_on', '=', of.startOn)
    .where('state', '!=', 'ended')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && enrollmentOf(row)
}

/** Athletes who came into a group at one moment, are in it still and can be given a plan, by name. */
export async function listNewcomers(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  joinedAt: Instant,
): Promise<{ accountId: AccountId; name: string }[]> {
  const rows = await db
    .selectFrom('group_memberships as gm')
    .innerJoin('accounts as a', 'a.id', 'gm.account_id')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'gm.account_id')
        .onRef('m.organization_id', '=', 'gm.organization_id')
        .on('m.left_at', 'is', null),
    )
    .innerJoin('membership_roles as r', join =>
      join.onRef('r.membership_id', '=', 'm.id').on('r.role', '=', 'athlete'),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.group_id', '=', groupId)
    .where('gm.joined_at', '=', joinedAt)
    .where('gm.left_at', 'is', null)
    .where('m.status', '!=', 'suspended')
    .orderBy('a.display_name')
    .orderBy('a.id')
    .select(['a.id', 'a.display_name'])
    .execute()
  return rows.map(row => ({ accountId: row.id as AccountId, name: row.display_name }))
}
