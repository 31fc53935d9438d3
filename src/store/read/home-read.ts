import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { OwnWeek } from '#domain/organization/home-card.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

/** Runs of one athlete on local days from `from` on, newest first. */
export async function listOwnRunsSince(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  window: { since: Instant; from: LocalDay },
): Promise<OwnWeek['runs']> {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'name', 'local_on', 'distance_cm', 'duration_ms'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('started_at', '>=', window.since)
    .where('local_on', '>=', window.from)
    .where('sub_type', 'in', RUN_SUB_TYPES)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    activityId: row.id,
    name: row.name,
    localOn: row.local_on as LocalDay,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
  }))
}

/** How many active athletes have a run since `since`; one index seek an athlete. */
export async function countActiveSince(
  db: Reading,
  organizationId: OrganizationId,
  since: Instant,
): Promise<number> {
  const row = await db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('m.status', '=', 'active')
    .where('r.role', '=', 'athlete')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('activities as a')
          .whereRef('a.account_id', '=', 'm.account_id')
          .where('a.organization_id', '=', organizationId)
          .where('a.started_at', '>=', since)
          .where('a.sub_type', 'in', RUN_SUB_TYPES)
          .where('a.visibility', '<>', 'hide')
          .where('a.source', '<>', 'strava')
          .select('a.id'),
      ),
    )
    // A coach's total counts every counted member but those who show nothing to anybody.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('privacy_settings as p')
            .whereRef('p.account_id', '=', 'm.account_id')
            .where('p.organization_id', '=', organizationId)
            .where('p.is_shown', '=', 0)
            .select('p.account_id'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('active'))
    .executeTakeFirstOrThrow()
  return Number(row.active)
}

/** Ids of the groups an account is in, with its answer for each. */
export async function listOwnSharing(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Map<string, boolean>> {
  const rows = await db
    .selectFrom('group_memberships')
    .select(['group_id', 'is_shared'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.group_id, row.is_shared === 1]))
}
