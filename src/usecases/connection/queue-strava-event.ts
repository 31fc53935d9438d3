import { instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findConnectionByExternalId } from '#store/connection-store.ts'
import { insertConnectorJob } from '#store/connector-job-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** `activityId` is null where it is about the athlete's access itself. */
export type QueueStravaEvent = { externalId: string; activityId: string | null }

/**
 * Strava says that something happened: only a hint, since anybody who finds the address could say so. Looked up later
 * with the athlete's own token. Of athletes who are not connected nothing is kept.
 */
export async function queueStravaEvent(
  { tx, actor, newId }: UnitOfWork,
  { externalId, activityId }: QueueStravaEvent,
): Promise<Result<Done<{ isQueued: boolean }>, never>> {
  const nothing = { value: { isQueued: false }, events: [] }
  if (actor.organizationId === null) return ok(nothing)
  const connection = await findConnectionByExternalId(tx, actor.organizationId, 'strava', externalId)
  if (!connection) return ok(nothing)
  const { organizationId, accountId } = connection
  const kind = activityId === null ? 'access' : 'activity'
  const dedupeKey = `${kind}:${organizationId}:${externalId}:${activityId ?? ''}`
  const job = { organizationId, accountId, kind, payload: { activityId }, dedupeKey } as const
  return ok({ value: { isQueued: await insertConnectorJob(tx, newId, job, instant(0)) }, events: [] })
}
