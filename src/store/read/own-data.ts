import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'
import { readOwnAdherence } from './own-adherence.ts'
import { readOwnCalendar } from './own-calendar.ts'
import { readOwnConnections } from './own-connections.ts'
import { readOwnFeed } from './own-feed.ts'
import { readOwnGroups } from './own-groups.ts'
import { readOwnImports } from './own-imports.ts'
import { readOwnLivingPlan } from './own-living-plan.ts'
import { readOwnMetrics } from './own-metrics.ts'
import { readOwnPlans } from './own-plans.ts'

/** Everything that is stored of somebody, as it stands in the tables; by the name of the file it goes into. */
export type OwnData = Readonly<Record<string, unknown>>

/**
 * What belongs to one person in one organization. What coaches wrote for themselves (notes, labels) is theirs, and of the
 * audit only what the person may read is in it.
 */
export async function readOwnData(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<OwnData> {
  const mine = <Row extends { account_id: string }>(rows: readonly Row[]) =>
    rows.map(({ account_id: _, ...row }) => row)
  const profile = await db
    .selectFrom('accounts')
    .select(['display_name', 'slack_user_id', 'email', 'zone', 'created_at', 'updated_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  const running = await db
    .selectFrom('athlete_profiles')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  const memberships = await db
    .selectFrom('memberships as m')
    .leftJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('m.organization_id', '=', organizationId)
    .where('m.account_id', '=', accountId)
    .orderBy('m.joined_at')
    .select(['m.status', 'm.shares_by_default', 'm.joined_at', 'm.left_at', 'r.role'])
    .execute()
  const groups = await db
    .selectFrom('group_memberships as gm')
    .innerJoin('groups as g', 'g.id', 'gm.group_id')
    .where('gm.organization_id', '=', organizationId)
    .where('gm.account_id', '=', accountId)
    .orderBy('gm.joined_at')
    .select(['g.name', 'g.description', 'gm.is_shared', 'gm.joined_at', 'gm.left_at'])
    .execute()
  const invitations = await db
    .selectFrom('invitations as i')
    .innerJoin('accounts as a', 'a.id', 'i.inviter_id')
    .leftJoin('groups as g', 'g.id', 'i.group_id')
    .leftJoin('invited_plans as ip', join =>
      join.onRef('ip.invitation_id', '=', 'i.id').onRef('ip.organization_id', '=', 'i.organization_id'),
    )
    .leftJoin('plans as p', 'p.id', 'ip.plan_id')
    .where('i.organization_id', '=', organizationId)
    .where('i.invitee_id', '=', accountId)
    .orderBy('i.created_at')
    .select([
      'a.display_name as invited_by',
      'g.name as group_name',
      'p.title as plan_title',
      'ip.start_on as plan_from',
      'i.state',
      'i.created_at',
      'i.answered_at',
    ])
    .execute()
  const byMail = await db
    .selectFrom('email_invitations')
    .select(['first_name', 'address', 'state', 'sent_at', 'seen_at', 'answered_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('sent_at')
    .execute()
  const activities = await db
    .selectFrom('activities')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    // A file is kept for longer than Strava's terms let its data be kept.
    .where('source', '<>', 'strava')
    .orderBy('started_at')
    .execute()
  const coaches = await db
    .selectFrom('coach_assignments as c')
    .innerJoin('accounts as a', 'a.id', 'c.coach_id')
    .where('c.organization_id', '=', organizationId)
    .where('c.athlete_id', '=', accountId)
    .orderBy('c.assigned_at')
    .select(['a.display_name as coach', 'c.assigned_at', 'c.ended_at'])
    .execute()
  const privacy = await db
    .selectFrom('privacy_settings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  const quietHours = await db
    .selectFrom('quiet_hours')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  const signals = await db
    .selectFrom('signals')
    .select(['rule', 'subject', 'state', 'found_at', 'snoozed_until', 'decided_at'])
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', accountId)
    .orderBy('found_at')
    .execute()
  const nudges = await db
    .selectFrom('nudges')
    .select(['text', 'sent_at'])
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', accountId)
    .orderBy('sent_at')
    .execute()
  const rosterFiles = await db
    .selectFrom('roster_imports')
    .select(['file_name', 'state', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('asked_by', '=', accountId)
    .orderBy('created_at')
    .execute()
  const audit = await db
    .selectFrom('audit_entries as e')
    .leftJoin('audit_details as d', join =>
      join.onRef('d.organization_id', '=', 'e.organization_id').onRef('d.seq', '=', 'e.seq'),
    )
    .where('e.organization_id', '=', organizationId)
    .where('e.subject_id', '=', accountId)
    .where('e.is_visible_to_subject', '=', 1)
    .orderBy('e.seq')
    .select(['e.seq', 'e.at', 'e.surface', 'e.action', 'e.target_kind', 'e.target_id', 'd.detail_json'])
    .execute()
  const imports = await readOwnImports(db, organizationId, accountId)
  return {
    profile: { ...profile, running: mine(running)[0] ?? null },
    memberships,
    groups,
    coaches,
    invitations: { inSlack: invitations, byMail },
    activities: mine(activities),
    privacy: mine(privacy),
    rosterFiles,
    quietHours: mine(quietHours),
    signals: { noticed: signals, nudges },
    ...imports,
    ...(await readOwnGroups(db, organizationId, accountId)),
    plans: await readOwnPlans(db, organizationId, accountId),
    ...(await readOwnLivingPlan(db, organizationId, accountId)),
    ...(await readOwnCalendar(db, organizationId, accountId)),
    ...(await readOwnAdherence(db, organizationId, accountId)),
    ...(await readOwnFeed(db, organizationId, accountId)),
    ...(await readOwnMetrics(db, organizationId, accountId)),
    ...(await readOwnConnections(db, organizationId, accountId)),
    audit: audit.map(({ detail_json, ...entry }) => ({
      ...entry,
      detail: detail_json === null ? null : (JSON.parse(detail_json) as unknown),
    })),
  }
}
