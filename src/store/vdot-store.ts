import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import { VDOT_RULE_VERSION } from '#domain/metrics/metric-version.ts'
import type { VdotBasis, VdotCandidate } from '#domain/metrics/vdot-history.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { AthleteVdotTable } from './schema-metrics.ts'

/** Whose figures these are: every table of metrics belongs to one athlete of one organization. */
export type AthleteKey = { organizationId: OrganizationId; athleteId: AccountId }

/**
 * The entry in force on a day: the newest of that day or before it. With `seen`, the newest that does not come from a run
 * of any other visibility.
 */
export async function findVdotOn(
  db: Reading,
  who: AthleteKey,
  on: LocalDay,
  seen: readonly Visibility[] | null = null,
): Promise<VdotCandidate | undefined> {
  let query = entries(db, who.organizationId, who.athleteId)
  if (seen !== null) {
    query = query.where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('activity_id', 'is', null),
        exists(
          selectFrom('activities as a')
            .whereRef('a.id', '=', 'athlete_vdot.activity_id')
            .where('a.organization_id', '=', who.organizationId)
            .where('a.visibility', 'in', [...seen])
            .where('a.source', '<>', 'strava')
            .select('a.id'),
        ),
      ]),
    )
  }
  const row = await query
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && candidateOf(row)
}

/** Entries from a day on, oldest first. */
export async function listVdotFrom(db: Reading, who: AthleteKey, on: LocalDay): Promise<VdotCandidate[]> {
  const rows = await entries(db, who.organizationId, who.athleteId)
    .where('valid_from', '>=', on)
    .orderBy('valid_from')
    .execute()
  return rows.map(candidateOf)
}

/** The entry that an activity set, where it did. */
export async function findVdotOfActivity(
  db: Reading,
  who: AthleteKey,
  activityId: ActivityId,
): Promise<VdotCandidate | undefined> {
  const row = await entries(db, who.organizationId, who.athleteId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  return row && candidateOf(row)
}

/** What the athlete’s activities show of VDOT from a day on; what came through Strava’s API shows nothing. */
export async function listShownFrom(db: Reading, who: AthleteKey, on: LocalDay): Promise<VdotCandidate[]> {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'local_on', 'sub_type', 'shown_vdot_milli', 'shown_distance_cm', 'shown_duration_ms'])
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .where('local_on', '>=', on)
    .where('shown_vdot_milli', 'is not', null)
    .execute()
  return rows.map(row => ({
    on: row.local_on as LocalDay,
    basis: (row.sub_type as SubType) === 'race' ? 'race' : 'effort',
    vdotMilli: row.shown_vdot_milli ?? 0,
    distanceCm: row.shown_distance_cm,
    durationMs: row.shown_duration_ms,
    activityId: row.id as ActivityId,
    enteredBy: null,
  }))
}

/** Writes the entries from a day on over those that stood there. */
export async function replaceVdotFrom(
  tx: Tx,
  who: AthleteKey,
  on: LocalDay,
  history: readonly VdotCandidate[],
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('athlete_vdot')
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .where('valid_from', '>=', on)
    .execute()
  for (let at = 0; at < history.length; at += 50) {
    const rows = history.slice(at, at + 50).map(entry => rowOf(who, entry, now))
    await tx.insertInto('athlete_vdot').values(rows).execute()
  }
}

/** Writes one entry over the one of its day. */
export async function upsertVdot(tx: Tx, who: AthleteKey, entry: VdotCandidate, now: Instant): Promise<void> {
  const { organization_id, account_id, ...set } = rowOf(who, entry, now)
  await tx
    .insertInto('athlete_vdot')
    .values({ organization_id, account_id, ...set })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'account_id', 'valid_from']).doUpdateSet(set),
    )
    .execute()
}

function entries(db: Reading, organizationId: OrganizationId, athleteId: AccountId) {
  return db
    .selectFrom('athlete_vdot')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
}

function rowOf(who: AthleteKey, entry: VdotCandidate, now: Instant): AthleteVdotTable {
  return {
    organization_id: who.organizationId,
    account_id: who.athleteId,
    valid_from: entry.on,
    basis: entry.basis,
    vdot_milli: entry.vdotMilli,
    distance_cm: entry.distanceCm,
    duration_ms: entry.durationMs,
    activity_id: entry.activityId,
    entered_by: entry.enteredBy,
    version: VDOT_RULE_VERSION,
    created_at: now,
  }
}

function candidateOf(row: AthleteVdotTable): VdotCandidate {
  return {
    on: row.valid_from as LocalDay,
    basis: row.basis as VdotBasis,
    vdotMilli: row.vdot_milli,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
    activityId: row.activity_id as ActivityId | null,
    enteredBy: row.entered_by as AccountId | null,
  }
}
