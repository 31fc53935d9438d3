import { sql } from 'kysely'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { deleteCalendarFeed } from './calendar-feed-store.ts'
import type { Tx } from './db.ts'
import { eraseAdherence } from './erase-adherence.ts'
import { eraseConnections } from './erase-connections.ts'
import { eraseFeed } from './erase-feed.ts'
import { eraseImports } from './erase-imports.ts'
import { eraseLivingPlan } from './erase-living-plan.ts'
import { eraseMetrics } from './erase-metrics.ts'
import { eraseInvitedPlans, erasePlans } from './erase-plans.ts'
import { eraseGroupOffers } from './group-offer-store.ts'
import { eraseJoinRequests } from './group-request-store.ts'
import { eraseChanges } from './undo-log.ts'
import { handOverWorkouts } from './workout-store.ts'

/** The name under which somebody stands who deleted their data. */
export const ERASED_NAME = 'Former member'

export type Erased = { activities: number; groups: number; invitations: number; auditDetails: number }

/**
 * Erases what is stored of somebody and ends their membership. What they had set up for others goes on in the name of
 * `heirId`: groups, schedules, posts. What stays: the account without its name, the ended membership, and the audit
 * entries without their details, which keep the chain whole. Gives how many rows went.
 */
export async function erasePerson(
  tx: Tx,
  person: { organizationId: OrganizationId; accountId: AccountId; heirId: AccountId },
  now: Instant,
): Promise<Erased> {
  const { organizationId, accountId } = person
  await eraseMetrics(tx, organizationId, accountId)
  const activities = await tx
    .deleteFrom('activities')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const groups = await tx
    .deleteFrom('group_memberships')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  // What came by mail points at the invitation it became.
  await eraseCare(tx, organizationId, accountId)
  await eraseInvitedPlans(tx, organizationId, accountId)
  const invitations = await tx
    .deleteFrom('invitations')
    .where('organization_id', '=', organizationId)
    .where('invitee_id', '=', accountId)
    .executeTakeFirst()
  await tx
    .deleteFrom('privacy_settings')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await eraseProfile(tx, organizationId, accountId)
  // Files that wait to be applied name everybody in them; they are read again when somebody still wants them.
  await tx.deleteFrom('roster_imports').where('organization_id', '=', organizationId).execute()
  await eraseChanges(tx, 'bulk', organizationId, accountId)
  await eraseChanges(tx, 'group', organizationId, accountId)
  await eraseJoinRequests(tx, organizationId, accountId)
  await eraseGroupOffers(tx, organizationId, accountId)
  await eraseSignals(tx, organizationId, accountId)
  await eraseConnections(tx, organizationId, accountId)
  await eraseImports(tx, organizationId, accountId)
  await eraseAdherence(tx, person)
  await deleteCalendarFeed(tx, organizationId, accountId)
  await eraseLivingPlan(tx, person)
  await erasePlans(tx, person)
  await eraseFeed(tx, person)
  await handOverWorkouts(tx, organizationId, accountId, person.heirId)
  await handOver(tx, person)
  await eraseMessages(tx, person)
  const auditDetails = await eraseAuditDetails(tx, organizationId, accountId)
  await endMembership(tx, organizationId, accountId, now)
  await tx
    .updateTable('accounts')
    .set({ display_name: ERASED_NAME, zone: 'UTC', has_own_zone: 0, email: null, updated_at: now })
    .where('id', '=', accountId)
    .execute()
  return {
    activities: Number(activities.numDeletedRows),
    groups: Number(groups.numDeletedRows),
    invitations: Number(invitations.numDeletedRows),
    auditDetails,
  }
}

/** Who looked after whom, offers of the club, and the address they were invited by. */
async function eraseCare(tx: Tx, organizationId: OrganizationId, accountId: AccountId): Promise<void> {
  await tx
    .deleteFrom('coach_assignments')
    .where('organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('coach_id', '=', accountId), eb('athlete_id', '=', accountId)]))
    .execute()
  await tx
    .deleteFrom('head_coach_transfers')
    .where('organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('from_id', '=', accountId), eb('to_id', '=', accountId)]))
    .execute()
  await tx
    .deleteFrom('email_invitations')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
}

/** What they said of themselves, and what coaches wrote of them. */
async function eraseProfile(tx: Tx, organizationId: OrganizationId, accountId: AccountId): Promise<void> {
  await tx
    .deleteFrom('athlete_profiles')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .deleteFrom('athlete_labels')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .deleteFrom('athlete_notes')
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', accountId)
    .execute()
}

/** What was noticed of them, what was written to them and by them, and when they sleep. */
async function eraseSignals(tx: Tx, organizationId: OrganizationId, accountId: AccountId): Promise<void> {
  await tx
    .deleteFrom('quiet_hours')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .deleteFrom('signals')
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', accountId)
    .execute()
  await tx
    .updateTable('signals')
    .set({ decided_by: null })
    .where('organization_id', '=', organizationId)
    .where('decided_by', '=', accountId)
    .execute()
  await tx
    .deleteFrom('nudges')
    .where('organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('coach_id', '=', accountId), eb('athlete_id', '=', accountId)]))
    .execute()
}

async function handOver(
  tx: Tx,
  { organizationId, accountId, heirId }: Parameters<typeof erasePerson>[1],
): Promise<void> {
  await tx
    .updateTable('groups')
    .set({ owner_id: heirId })
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', accountId)
    .execute()
  await tx
    .updateTable('schedules')
    .set({ set_by: heirId })
    .where('organization_id', '=', organizationId)
    .where('set_by', '=', accountId)
    .execute()
}

/** What was or would be sent to them; in messages to others their id gives way to the heir's. */
async function eraseMessages(
  tx: Tx,
  { organizationId, accountId, heirId }: Parameters<typeof erasePerson>[1],
): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', ({ selectFrom }) =>
      selectFrom('accounts').select('slack_user_id').where('id', '=', accountId),
    )
    .execute()
  await tx
    .updateTable('outbox')
    .set({ payload_json: sql<string>`replace(payload_json, ${accountId}, ${heirId})` })
    .where('organization_id', '=', organizationId)
    .where('payload_json', 'like', `%${accountId}%`)
    .execute()
}

async function eraseAuditDetails(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<number> {
  const result = await tx
    .deleteFrom('audit_details')
    .where('organization_id', '=', organizationId)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('detail_json', 'like', `%${accountId}%`),
        eb(
          'seq',
          'in',
          selectFrom('audit_entries')
            .select('audit_entries.seq')
            .where('audit_entries.organization_id', '=', organizationId)
            .where('audit_entries.subject_id', '=', accountId),
        ),
      ]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

async function endMembership(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('membership_roles')
    .where('membership_id', 'in', ({ selectFrom }) =>
      selectFrom('memberships')
        .select('memberships.id')
        .where('memberships.organization_id', '=', organizationId)
        .where('memberships.account_id', '=', accountId),
    )
    .execute()
  await tx
    .updateTable('memberships')
    .set({ left_at: now })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .execute()
  await tx
    .updateTable('memberships')
    .set({ shares_by_default: 0, nickname: null, member_level: null, search_key: '' })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
}
