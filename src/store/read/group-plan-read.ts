import type { Enrollment } from '#domain/plan/template/enrollment.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { enrollmentOf } from '../enrollment-store.ts'
import { athletesInGroup } from '../present-in-group.ts'

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
  const rows = await athletesInGroup(db, organizationId, groupId)
    .where('gm.joined_at', '=', joinedAt)
    .where('m.status', '!=', 'suspended')
    .orderBy('a.display_name')
    .orderBy('a.id')
    .select(['a.id', 'a.display_name'])
    .execute()
  return rows.map(row => ({ accountId: row.id as AccountId, name: row.display_name }))
}
