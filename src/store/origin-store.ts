import type { ActivityOrigin, Said } from '#domain/activity/activity-origin.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { ActivityOriginsTable } from './schema-activity-imports.ts'

export async function insertOrigin(tx: Tx, origin: ActivityOrigin): Promise<void> {
  await tx.insertInto('activity_origins').values(rowOf(origin)).execute()
}

/** An activity's sources in the order in which they came; none for those that were written before there were any. */
export async function listOriginsOf(
  db: Reading,
  organizationId: OrganizationId,
  activityId: string,
): Promise<ActivityOrigin[]> {
  const rows = await origins(db, organizationId)
    .where('activity_id', '=', activityId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(originOf)
}

/** Which of these activities came more than once, and how often. */
export async function countOrigins(
  db: Reading,
  organizationId: OrganizationId,
  activityIds: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, number>> {
  if (activityIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('activity_origins')
    .select(({ fn }) => ['activity_id', fn.countAll<number>().as('count')])
    .where('organization_id', '=', organizationId)
    .where('activity_id', 'in', activityIds)
    .groupBy('activity_id')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute()
  return new Map(rows.map(row => [row.activity_id as ActivityId, Number(row.count)]))
}

export async function moveOrigin(
  tx: Tx,
  organizationId: OrganizationId,
  originId: string,
  activityId: ActivityId,
): Promise<void> {
  await tx
    .updateTable('activity_origins')
    .set({ activity_id: activityId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', originId)
    .executeTakeFirstOrThrow()
}

/** The activity that came from a source's own entry, such as Strava's number. */
export async function findActivityIdByExternalId(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  externalId: string,
): Promise<ActivityId | undefined> {
  const row = await db
    .selectFrom('activity_origins')
    .select('activity_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return row && (row.activity_id as ActivityId)
}

/** The athlete says that these two are not one. */
export async function insertSeparation(
  tx: Tx,
  pair: { organizationId: OrganizationId; athleteId: AccountId; oneId: ActivityId; otherId: ActivityId },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('activity_separations')
    .values({
      organization_id: pair.organizationId,
      account_id: pair.athleteId,
      one_id: pair.oneId,
      other_id: pair.otherId,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The activities that the athlete said this one is not. */
export async function listSeparatedFrom(
  db: Reading,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<ReadonlySet<ActivityId>> {
  const rows = await db
    .selectFrom('activity_separations')
    .select(['one_id', 'other_id'])
    .where('organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('one_id', '=', activityId), eb('other_id', '=', activityId)]))
    .execute()
  return new Set(rows.map(row => (row.one_id === activityId ? row.other_id : row.one_id) as ActivityId))
}

function origins(db: Reading, organizationId: OrganizationId) {
  return db.selectFrom('activity_origins').selectAll().where('organization_id', '=', organizationId)
}

function rowOf(origin: ActivityOrigin): ActivityOriginsTable {
  return {
    id: origin.id,
    organization_id: origin.organizationId,
    account_id: origin.athleteId,
    activity_id: origin.activityId,
    source: origin.said.source,
    external_id: origin.externalId,
    file_sha256: origin.said.fileSha256,
    said_json: JSON.stringify(origin.said),
    created_at: origin.createdAt,
  }
}

function originOf(row: ActivityOriginsTable): ActivityOrigin {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    athleteId: row.account_id as AccountId,
    activityId: row.activity_id as ActivityId,
    externalId: row.external_id,
    said: JSON.parse(row.said_json) as Said,
    createdAt: row.created_at as Instant,
  }
}
