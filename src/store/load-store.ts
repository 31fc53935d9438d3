import type { ActivityLoad, LoadInputs } from '#domain/metrics/activity-load.ts'
import type { Shown } from '#domain/metrics/best-efforts.ts'
import type { Confidence, EffortMethod } from '#domain/metrics/effort-score.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'
import type { AthleteKey } from './vdot-store.ts'

export async function updateLoad(
  tx: Tx,
  { organizationId }: AthleteKey,
  activityId: ActivityId,
  load: ActivityLoad,
): Promise<void> {
  await tx
    .updateTable('activities')
    .set({
      vdot_load_milli: load.vdotLoadMilli,
      effort_score_milli: load.effortScoreMilli,
      effort_method: load.method,
      load_confidence: load.confidence,
      load_inputs: JSON.stringify(load.inputs),
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', activityId)
    .execute()
}

/** What an activity shows of VDOT; null shows nothing. */
export async function updateShown(
  tx: Tx,
  { organizationId }: AthleteKey,
  activityId: ActivityId,
  shown: Shown | null,
): Promise<void> {
  await tx
    .updateTable('activities')
    .set({
      shown_vdot_milli: shown && Math.round(shown.vdot * 1_000),
      shown_distance_cm: shown?.distanceCm ?? null,
      shown_duration_ms: shown?.durationMs ?? null,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', activityId)
    .execute()
}

/** The loads of one activity; undefined when they were never reckoned. */
export async function findLoad(
  db: Reading,
  { organizationId, athleteId }: AthleteKey,
  activityId: ActivityId,
): Promise<ActivityLoad | undefined> {
  const row = await db
    .selectFrom('activities')
    .select(['vdot_load_milli', 'effort_score_milli', 'effort_method', 'load_confidence', 'load_inputs'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where('id', '=', activityId)
    .executeTakeFirst()
  if (!row || row.load_inputs === null) return undefined
  return {
    vdotLoadMilli: row.vdot_load_milli,
    effortScoreMilli: row.effort_score_milli,
    method: row.effort_method as EffortMethod | null,
    confidence: row.load_confidence as Confidence | null,
    inputs: JSON.parse(row.load_inputs) as LoadInputs,
  }
}

/** VDOT loads of these activities, in thousandths; those without one are left out. */
export async function listLoadsOf(
  db: Reading,
  organizationId: OrganizationId,
  activityIds: readonly ActivityId[],
): Promise<Map<string, number>> {
  if (activityIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'vdot_load_milli'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...activityIds])
    .where('source', '<>', 'strava')
    .execute()
  return new Map(rows.flatMap(row => (row.vdot_load_milli === null ? [] : [[row.id, row.vdot_load_milli]])))
}

/** VDOT load of each day with any, in thousandths, oldest first; from the covering index alone. */
export async function listDailyLoads(
  db: Reading,
  { organizationId, athleteId }: AthleteKey,
  span: { from: number; to: number },
): Promise<{ on: LocalDay; loadMilli: number; visibility: string }[]> {
  const rows = await db
    .selectFrom('activities')
    .select(['local_on', 'visibility', ({ fn }) => fn.sum<number | null>('vdot_load_milli').as('load')])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where('started_at', '>=', span.from)
    .where('started_at', '<=', span.to)
    .groupBy(['local_on', 'visibility'])
    .orderBy('local_on')
    .execute()
  return rows.map(row => ({
    on: row.local_on as LocalDay,
    loadMilli: Number(row.load ?? 0),
    visibility: row.visibility,
  }))
}

/** Remembers that an athlete's loads are to be reckoned anew from a day on; the earlier of two days holds. */
export async function askForRecompute(
  tx: Tx,
  { organizationId, athleteId }: AthleteKey,
  from: LocalDay,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('load_recomputes')
    .values({ organization_id: organizationId, account_id: athleteId, from_on: from, asked_at: now })
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'account_id'])
        .doUpdateSet({ from_on: from })
        .where('load_recomputes.from_on', '>', from),
    )
    .execute()
}

/** Where the next slice begins; null when it was the last. */
export async function moveRecompute(
  tx: Tx,
  { organizationId, athleteId }: AthleteKey,
  next: LocalDay | null,
): Promise<void> {
  if (next === null) {
    await tx
      .deleteFrom('load_recomputes')
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', athleteId)
      .execute()
    return
  }
  await tx
    .updateTable('load_recomputes')
    .set({ from_on: next })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .execute()
}

/** From which day on an athlete's loads are to be reckoned anew; undefined when they are not. */
export async function findRecompute(db: Reading, who: AthleteKey): Promise<LocalDay | undefined> {
  const row = await db
    .selectFrom('load_recomputes')
    .select('from_on')
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .executeTakeFirst()
  return row?.from_on as LocalDay | undefined
}

/** Whose loads wait to be reckoned anew, of all organizations, longest waiting first. */
export async function listRecomputes(db: Db, limit: number): Promise<AthleteKey[]> {
  const rows = await db
    .selectFrom('load_recomputes')
    .select(['organization_id', 'account_id'])
    .orderBy('asked_at')
    .orderBy('account_id')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    organizationId: row.organization_id as OrganizationId,
    athleteId: row.account_id as AccountId,
  }))
}
