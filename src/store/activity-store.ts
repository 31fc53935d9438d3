import type { Activity, ActivitySource, Visibility } from '#domain/activity/activity.ts'
import type { ActivityCursor } from '#domain/activity/logged-runs.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { ActivityRow } from './schema-activities.ts'

export async function insertActivity(tx: Tx, activity: Activity): Promise<void> {
  await tx.insertInto('activities').values(rowOf(activity)).execute()
}

export async function updateActivity(tx: Tx, activity: Activity): Promise<void> {
  await tx
    .updateTable('activities')
    .set(rowOf(activity))
    .where('organization_id', '=', activity.organizationId)
    .where('id', '=', activity.id)
    .executeTakeFirstOrThrow()
}

export async function deleteActivity(tx: Tx, organizationId: OrganizationId, id: ActivityId): Promise<void> {
  await tx
    .deleteFrom('activities')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

export async function findActivity(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Activity | undefined> {
  const row = await activities(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && activityOf(row)
}

/**
 * Somebody's activities, newest first, those of one start by their id: from a place on (that one included), the next
 * ones `olderThan` it, or the ones just `newerThan` it.
 */
export async function listActivitiesOf(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  page: { limit: number; from?: ActivityCursor; olderThan?: ActivityCursor; newerThan?: ActivityCursor },
): Promise<Activity[]> {
  const { limit, from, olderThan, newerThan } = page
  const order = newerThan ? 'asc' : 'desc'
  let query = activities(db, organizationId)
    .where('account_id', '=', athleteId)
    .orderBy('started_at', order)
    .orderBy('id', order)
    .limit(limit)
  if (from) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('started_at', 'id'), '<=', tuple(from.startedAt, from.id)),
    )
  }
  if (olderThan) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('started_at', 'id'), '<', tuple(olderThan.startedAt, olderThan.id)),
    )
  }
  if (newerThan) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('started_at', 'id'), '>', tuple(newerThan.startedAt, newerThan.id)),
    )
  }
  const found = (await query.execute()).map(activityOf)
  return newerThan ? found.reverse() : found
}

/**
 * Somebody's activities that started in the span, both ends included, oldest first. Those from Strava's API are left out:
 * by its terms they are for their athlete alone, and nothing is computed from them or merged with them.
 */
export async function listActivitiesStartedWithin(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  span: { from: number; to: number },
): Promise<Activity[]> {
  const rows = await activities(db, organizationId)
    .where('account_id', '=', athleteId)
    .where('source', '<>', 'strava')
    .where('started_at', '>=', span.from)
    .where('started_at', '<=', span.to)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map(activityOf)
}

/** Somebody's activities from an instant on, oldest first; not those that came through Strava's API. */
export async function listActivitiesFrom(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  from: Instant,
  limit: number,
): Promise<Activity[]> {
  const rows = await activities(db, organizationId)
    .where('account_id', '=', athleteId)
    .where('source', '<>', 'strava')
    .where('started_at', '>=', from)
    .orderBy('started_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(activityOf)
}

/** What somebody logged from this very file, whichever source is shown of it. */
export async function listActivitiesOfFile(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  fileSha256: string,
): Promise<Activity[]> {
  const rows = await activities(db, organizationId)
    .where('account_id', '=', athleteId)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('file_sha256', '=', fileSha256),
        eb(
          'id',
          'in',
          selectFrom('activity_origins as o')
            .select('o.activity_id')
            .where('o.organization_id', '=', organizationId)
            .where('o.account_id', '=', athleteId)
            .where('o.file_sha256', '=', fileSha256),
        ),
      ]),
    )
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map(activityOf)
}

function activities(db: Reading, organizationId: OrganizationId) {
  return db.selectFrom('activities').selectAll().where('organization_id', '=', organizationId)
}

function rowOf(activity: Activity): ActivityRow {
  // The last wall of the lane: every question about others leaves out what is hidden.
  if (activity.source === 'strava' && activity.visibility !== 'hide') {
    throw new TypeError('an activity from Strava is for its athlete alone')
  }
  return {
    id: activity.id,
    organization_id: activity.organizationId,
    account_id: activity.athleteId,
    started_at: activity.startedAt,
    local_on: activity.localOn,
    zone: activity.zone,
    name: activity.name,
    sub_type: activity.subType,
    distance_cm: activity.distanceCm,
    duration_ms: activity.durationMs,
    elapsed_ms: activity.elapsedMs,
    climb_cm: activity.climbCm,
    average_heart_rate: activity.averageHeartRate,
    max_heart_rate: activity.maxHeartRate,
    device: activity.device,
    source: activity.source,
    visibility: activity.visibility,
    note: activity.note,
    file_sha256: activity.fileSha256,
    perceived_effort: activity.perceivedEffort,
    created_at: activity.createdAt,
    updated_at: activity.updatedAt,
  }
}

function activityOf(row: ActivityRow): Activity {
  return {
    id: row.id as ActivityId,
    organizationId: row.organization_id as OrganizationId,
    athleteId: row.account_id as AccountId,
    startedAt: row.started_at as Instant,
    localOn: row.local_on as LocalDay,
    zone: row.zone as Zone,
    name: row.name,
    subType: row.sub_type as SubType,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
    elapsedMs: row.elapsed_ms,
    climbCm: row.climb_cm,
    averageHeartRate: row.average_heart_rate,
    maxHeartRate: row.max_heart_rate,
    device: row.device,
    source: row.source as ActivitySource,
    visibility: row.visibility as Visibility,
    note: row.note,
    fileSha256: row.file_sha256,
    perceivedEffort: row.perceived_effort,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  }
}
