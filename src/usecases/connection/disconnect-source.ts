import { type ConnectedSource, STRAVA_TOKENS } from '#domain/connection/connection.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findSecret } from '#store/connection-secret-store.ts'
import { deleteConnection } from '#store/connection-store.ts'
import { deleteConnectorJobsOf, insertConnectorJob } from '#store/connector-job-store.ts'
import { deleteStravaActivities } from '#store/received-activity-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { connectionEvent } from './connection-event.ts'

export type Disconnected = { source: ConnectedSource; deleted: number }

/**
 * Somebody ends a connection, suspended or not. What Apple Health sent stays theirs; what came through Strava's API is
 * deleted at once, and Strava is told afterwards: until then the sealed tokens stay.
 */
export async function disconnectSource(
  { tx, actor, newId }: UnitOfWork,
  { source }: { source: ConnectedSource },
): Promise<Result<Done<Disconnected>, NotAMember | ConnectionRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  if (!(await deleteConnection(tx, organizationId, accountId, source))) {
    return refuse({ code: 'source-not-connected', source })
  }
  let deleted = 0
  if (source === 'strava') {
    deleted = await deleteStravaActivities(tx, organizationId, accountId, null)
    await deleteConnectorJobsOf(tx, organizationId, accountId)
    if ((await findSecret(tx, organizationId, accountId, STRAVA_TOKENS)) !== undefined) {
      const dedupeKey = `revoke:${organizationId}:${accountId}`
      const job = { organizationId, accountId, kind: 'revoke', payload: {}, dedupeKey } as const
      // Due whatever the clock of the business says.
      await insertConnectorJob(tx, newId, job, instant(0))
    }
  }
  return ok({
    value: { source, deleted },
    events: [connectionEvent(newId, 'source.disconnected', { organizationId, accountId, source }, false)],
  })
}
