import type { BestEffort } from '#domain/metrics/best-efforts.ts'
import type { EffortProfile } from '#domain/metrics/effort-profile.ts'
import type { ActivityId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { AthleteKey } from './vdot-store.ts'

export type KeptEfforts = {
  activityId: ActivityId
  startedAt: Instant
  fileSha256: string | null
  profile: EffortProfile
}

/** Keeps what was made of an activity's recording, in the place of what was kept before. */
export async function upsertEfforts(tx: Tx, who: AthleteKey, kept: KeptEfforts): Promise<void> {
  const { bests, ...profile } = kept.profile
  const set = {
    started_at: kept.startedAt,
    file_sha256: kept.fileSha256,
    profile_json: JSON.stringify(profile),
  }
  const owner = { organization_id: who.organizationId, account_id: who.athleteId }
  await tx
    .insertInto('activity_efforts')
    .values({ activity_id: kept.activityId, ...owner, ...set })
    .onConflict(conflict => conflict.column('activity_id').doUpdateSet(set))
    .execute()
  await tx
    .deleteFrom('best_efforts')
    .where('organization_id', '=', who.organizationId)
    .where('activity_id', '=', kept.activityId)
    .execute()
  if (bests.length === 0) return
  await tx
    .insertInto('best_efforts')
    .values(
      bests.map(best => ({
        activity_id: kept.activityId,
        ...owner,
        distance_cm: best.distanceCm,
        duration_ms: best.durationMs,
      })),
    )
    .execute()
}

/** What is kept of one activity's recording, its best efforts included; undefined without one. */
export async function findEfforts(
  db: Reading,
  who: AthleteKey,
  activityId: ActivityId,
): Promise<KeptEfforts | undefined> {
  const row = await db
    .selectFrom('activity_efforts')
    .select(['activity_id', 'started_at', 'file_sha256', 'profile_json'])
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  if (!row) return undefined
  const bests = await db
    .selectFrom('best_efforts')
    .select(['distance_cm', 'duration_ms'])
    .where('organization_id', '=', who.organizationId)
    .where('activity_id', '=', activityId)
    .orderBy('distance_cm')
    .execute()
  const kept = bests.map(best => ({ distanceCm: best.distance_cm, durationMs: best.duration_ms }))
  return keptOf(row, kept)
}

/** Without their best efforts, oldest first; both ends included. */
export async function listEffortsWithin(
  db: Reading,
  who: AthleteKey,
  span: { from: number; to: number },
): Promise<KeptEfforts[]> {
  const rows = await db
    .selectFrom('activity_efforts')
    .select(['activity_id', 'started_at', 'file_sha256', 'profile_json'])
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .where('started_at', '>=', span.from)
    .where('started_at', '<=', span.to)
    .orderBy('started_at')
    .execute()
  return rows.map(row => keptOf(row, []))
}

/** The fastest over a distance in any activity but one; undefined when it was never covered. */
export async function findFastest(
  db: Reading,
  who: AthleteKey,
  distanceCm: number,
  except: ActivityId | null = null,
): Promise<(BestEffort & { activityId: ActivityId }) | undefined> {
  let query = db
    .selectFrom('best_efforts')
    .select(['activity_id', 'duration_ms'])
    .where('organization_id', '=', who.organizationId)
    .where('account_id', '=', who.athleteId)
    .where('distance_cm', '=', distanceCm)
    .orderBy('duration_ms')
    .limit(1)
  if (except !== null) query = query.where('activity_id', '!=', except)
  const row = await query.executeTakeFirst()
  return row && { activityId: row.activity_id as ActivityId, distanceCm, durationMs: row.duration_ms }
}

function keptOf(
  row: { activity_id: string; started_at: number; file_sha256: string | null; profile_json: string },
  bests: readonly BestEffort[],
): KeptEfforts {
  return {
    activityId: row.activity_id as ActivityId,
    startedAt: row.started_at as Instant,
    fileSha256: row.file_sha256,
    profile: { ...(JSON.parse(row.profile_json) as Omit<EffortProfile, 'bests'>), bests },
  }
}
