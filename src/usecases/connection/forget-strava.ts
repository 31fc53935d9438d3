import { STRAVA_KEPT_DAYS, STRAVA_TOKENS } from '#domain/connection/connection.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { deleteSecret } from '#store/connection-secret-store.ts'
import { deleteConnection } from '#store/connection-store.ts'
import { deleteConnectorJobsOf } from '#store/connector-job-store.ts'
import { deleteStravaActivities, listReceivedBefore } from '#store/received-activity-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { connectionEvent } from './connection-event.ts'
import type { Whose } from './strava-tokens.ts'

/** Single activities that are gone at Strava, or hidden from us there. */
export async function forgetStravaActivities(
  { tx }: UnitOfWork,
  { organizationId, accountId, externalIds }: Whose & { externalIds: readonly string[] },
): Promise<Result<Done<{ deleted: number }>, never>> {
  const deleted = await deleteStravaActivities(tx, organizationId, accountId, externalIds)
  return ok({ value: { deleted }, events: [] })
}

/** The athlete took access back at Strava: everything that came from there goes, and they are told. */
export async function forgetStrava(
  { tx, newId }: UnitOfWork,
  { organizationId, accountId }: Whose,
): Promise<Result<Done<{ deleted: number }>, never>> {
  const deleted = await deleteStravaActivities(tx, organizationId, accountId, null)
  await deleteSecret(tx, organizationId, accountId, STRAVA_TOKENS)
  await deleteConnectorJobsOf(tx, organizationId, accountId)
  const was = await deleteConnection(tx, organizationId, accountId, 'strava')
  const whose = { organizationId, accountId, source: 'strava' } as const
  return ok({
    value: { deleted },
    events: was ? [connectionEvent(newId, 'source.disconnected', whose, true)] : [],
  })
}

/** At most so many at once; there are more when as many were deleted. */
export const EXPIRED_AT_ONCE = 200

/** What was fetched seven days ago or earlier goes, by Strava's terms. `realNow` is no time machine's. */
export async function forgetExpiredStrava(
  { tx, actor }: UnitOfWork,
  { realNow }: { realNow: Instant },
): Promise<Result<Done<{ expired: number }>, never>> {
  const { organizationId } = actor
  if (organizationId === null) return ok({ value: { expired: 0 }, events: [] })
  const before = realNow - STRAVA_KEPT_DAYS * DAY_MS
  const expired = await listReceivedBefore(tx, organizationId, before, EXPIRED_AT_ONCE)
  for (const accountId of new Set(expired.map(each => each.accountId))) {
    const ids = expired.filter(each => each.accountId === accountId).map(each => each.externalId)
    await deleteStravaActivities(tx, organizationId, accountId, ids)
  }
  return ok({ value: { expired: expired.length }, events: [] })
}
