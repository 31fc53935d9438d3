import { BACKFILL_DAYS, STRAVA_TOKENS } from '#domain/connection/connection.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { upsertSecret } from '#store/connection-secret-store.ts'
import { findConnectionByExternalId, upsertConnection } from '#store/connection-store.ts'
import { deleteConnectorJobsOf, insertConnectorJob } from '#store/connector-job-store.ts'
import { deleteOauthState } from '#store/oauth-state-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { hashOfState } from './begin-strava.ts'
import { connectionEvent } from './connection-event.ts'

export type FinishStrava = { state: string; externalId: string; sealed: string }

/** The athlete came back from Strava's page with a grant: sealed, it is kept, and the last two months are to be read. */
export async function finishStrava(
  { tx, actor, now, newId }: UnitOfWork,
  { state, externalId, sealed }: FinishStrava,
): Promise<Result<Done<null>, AccessRefusal | ConnectionRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  if (!(await deleteOauthState(tx, hashOfState(state)))) return refuse({ code: 'oauth-state-gone' })
  const source = 'strava'
  const whose = await findConnectionByExternalId(tx, organizationId, source, externalId)
  if (whose && whose.accountId !== accountId) return refuse({ code: 'strava-taken' })
  // What waited for an earlier connection, such as telling Strava of its end, would end this one.
  await deleteConnectorJobsOf(tx, organizationId, accountId)
  await upsertConnection(
    tx,
    { organizationId, accountId, source, externalId, connectedAt: now, lastReceivedAt: null },
    null,
  )
  await upsertSecret(tx, { organizationId, accountId, kind: STRAVA_TOKENS }, sealed, now)
  const after = instant(now - BACKFILL_DAYS * DAY_MS)
  const dedupeKey = `backfill:${organizationId}:${accountId}`
  const job = { organizationId, accountId, kind: 'backfill', payload: { after, page: 1 }, dedupeKey } as const
  await insertConnectorJob(tx, newId, job, instant(0))
  return ok({
    value: null,
    events: [connectionEvent(newId, 'source.connected', { organizationId, accountId, source }, true)],
  })
}
