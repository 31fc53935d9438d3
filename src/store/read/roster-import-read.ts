import { readEmailAddress } from '#domain/invitation/email-address.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { Label } from '#domain/roster/decide-attributes.ts'
import type { ImportFacts, ImportPerson } from '#domain/roster/roster-import.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

/** Everything a roster file is compared with, in a fixed number of queries. */
export async function readImportFacts(
  db: Reading,
  organizationId: OrganizationId,
  now: Instant,
): Promise<Omit<ImportFacts, 'isMailed'>> {
  const members = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .select([
      'm.account_id',
      'm.status',
      'm.nickname',
      'm.member_level',
      'm.attributes_version',
      'a.slack_user_id',
      'a.display_name',
      'a.email',
      'r.role',
    ])
    .execute()
  const labels = await db
    .selectFrom('athlete_labels')
    .select(['account_id', 'label', 'label_key'])
    .where('organization_id', '=', organizationId)
    .orderBy('label_key')
    .execute()
  const people = new Map<string, ImportPerson>()
  for (const row of members) {
    const email = row.email === null ? null : readEmailAddress(row.email)
    const kept = people.get(row.account_id)
    people.set(row.account_id, {
      accountId: row.account_id as AccountId,
      slackUserId: row.slack_user_id,
      displayName: row.display_name,
      nickname: row.nickname,
      emailKey: email?.ok ? email.value.key : null,
      status: row.status as MemberStatus,
      isAthlete: row.role === 'athlete' || kept?.isAthlete === true,
      isCoach: row.role !== 'athlete' || kept?.isCoach === true,
      memberLevel: row.member_level,
      labels: [] as Label[],
      version: row.attributes_version,
    })
  }
  for (const { account_id, label, label_key } of labels) {
    people.get(account_id)?.labels.push({ label, key: label_key })
  }
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .execute()
  const inGroup = await db
    .selectFrom('group_memberships')
    .select(['account_id', 'group_id'])
    .where('organization_id', '=', organizationId)
    .where('left_at', 'is', null)
    .execute()
  const inCare = await db
    .selectFrom('coach_assignments')
    .select(['athlete_id', 'coach_id'])
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .execute()
  const invited = await db
    .selectFrom('email_invitations')
    .select('address_key')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'pending')
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .execute()
  return {
    people: [...people.values()],
    groups: groups.map(group => ({ groupId: group.id, name: group.name })),
    inGroup: new Set(inGroup.map(row => `${row.account_id} ${row.group_id}`)),
    inCare: new Set(inCare.map(row => `${row.athlete_id} ${row.coach_id}`)),
    invited: new Set(invited.map(row => row.address_key)),
  }
}
