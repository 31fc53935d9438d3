import { sql } from 'kysely'
import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { ActivityFact } from '#domain/signal/athlete-facts.ts'
import { RACE_METERS, SHORT_MILLI, SPARE_MILLI } from '#domain/signal/rules/personal-best.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, switchesOf } from '../privacy-store.ts'

/** Somebody the rules look at. */
export type SignalAthlete = {
  accountId: AccountId
  slackUserId: string
  name: string
  zone: Zone
  status: MemberStatus
  switches: PrivacySwitches
}

/** The club's active athletes; with a coach given, those in their care; with accounts given, those among them. */
export async function listSignalAthletes(
  db: Reading,
  organizationId: OrganizationId,
  which: { coachId?: AccountId; accountIds?: readonly AccountId[] } = {},
): Promise<SignalAthlete[]> {
  const { coachId, accountIds } = which
  if (accountIds?.length === 0) return []
  let query = db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', join =>
      join.onRef('r.membership_id', '=', 'm.id').on('r.role', '=', 'athlete'),
    )
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .leftJoin('privacy_settings as p', join =>
      join.onRef('p.organization_id', '=', 'm.organization_id').onRef('p.account_id', '=', 'm.account_id'),
    )
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('m.status', '=', 'active')
  if (accountIds) query = query.where('m.account_id', 'in', accountIds)
  if (coachId) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('coach_assignments as c')
          .where('c.organization_id', '=', organizationId)
          .where('c.coach_id', '=', coachId)
          .whereRef('c.athlete_id', '=', 'm.account_id')
          .where('c.ended_at', 'is', null)
          .select('c.id'),
      ),
    )
  }
  const rows = await query
    .orderBy('m.account_id')
    .select([
      'm.account_id',
      'm.nickname',
      'm.status',
      'a.slack_user_id',
      'a.display_name',
      'a.zone',
      ...SWITCH_COLUMNS,
    ])
    .execute()
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    slackUserId: row.slack_user_id,
    name: row.nickname ?? row.display_name,
    zone: row.zone as Zone,
    status: row.status as MemberStatus,
    switches: switchesOf(row),
  }))
}

export type ActivityRow = ActivityFact & { accountId: AccountId; visibility: Visibility; source: string }

/** What these athletes did since then, oldest first; one seek of the covering index an athlete. */
export async function listActivityFacts(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  since: Instant,
): Promise<ActivityRow[]> {
  if (accountIds.length === 0) return []
  const rows = await activityFactsQuery(db, organizationId, accountIds, since).execute()
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    id: row.id as ActivityId,
    localOn: row.local_on as LocalDay,
    subType: row.sub_type as SubType,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
    effort: row.perceived_effort,
    loadMilli: row.vdot_load_milli,
    note: row.note,
    visibility: row.visibility as Visibility,
    source: row.source,
  }))
}

export function activityFactsQuery(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  since: Instant,
) {
  return db
    .selectFrom('activities')
    .select([
      'id',
      'account_id',
      'local_on',
      'sub_type',
      'distance_cm',
      'duration_ms',
      'perceived_effort',
      'vdot_load_milli',
      'note',
      'visibility',
      'source',
    ])
    .where('account_id', 'in', accountIds)
    .where('started_at', '>=', since)
    .where('organization_id', '=', organizationId)
    .orderBy('account_id')
    .orderBy('started_at')
    .orderBy('id')
}

/** Which of these athletes had done anything before then; one seek an athlete. */
export async function listWithEarlier(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  before: Instant,
): Promise<Set<AccountId>> {
  if (accountIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('accounts as a')
    .where('a.id', 'in', accountIds)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('activities as act')
          .whereRef('act.account_id', '=', 'a.id')
          .where('act.started_at', '<', before)
          .where('act.organization_id', '=', organizationId)
          .select('act.id'),
      ),
    )
    .select('a.id')
    .execute()
  return new Set(rows.map(row => row.id as AccountId))
}

/** One athlete's fastest run over each race distance before then, in milliseconds by metres. */
export async function listEarlierBests(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  before: Instant,
  seen: readonly Visibility[],
): Promise<Map<number, number>> {
  const best = (meters: number) =>
    sql<
      number | null
    >`min(case when sub_type <> 'treadmill' and distance_cm * 10 >= ${meters * (1_000 - SHORT_MILLI)}
      and distance_cm * 10 <= ${meters * (1_000 + SPARE_MILLI)} then duration_ms end)`.as(`best_${meters}`)
  const row = await db
    .selectFrom('activities')
    .select(RACE_METERS.map(best))
    .where('account_id', '=', accountId)
    .where('started_at', '<', before)
    .where('organization_id', '=', organizationId)
    .where('visibility', 'in', seen)
    .where('source', '<>', 'strava')
    .executeTakeFirst()
  const bests = (row ?? {}) as Record<string, number | null>
  return new Map(
    RACE_METERS.flatMap(meters => {
      const ms = bests[`best_${meters}`]
      return ms === null || ms === undefined ? [] : [[meters, Number(ms)] as const]
    }),
  )
}

/** Whose activities were added or changed after the instant. */
export async function listChangedSince(
  db: Reading,
  organizationId: OrganizationId,
  since: Instant,
): Promise<AccountId[]> {
  const rows = await changedSinceQuery(db, organizationId, since).execute()
  return rows.map(row => row.account_id as AccountId)
}

export function changedSinceQuery(db: Reading, organizationId: OrganizationId, since: Instant) {
  return db
    .selectFrom('activities')
    .select('account_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('updated_at', '>', since)
}
