import { STRAVA_TOKENS } from '#domain/connection/connection.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteSecret, findSecret, upsertSecret } from '#store/connection-secret-store.ts'
import type { Done, Engine, UnitOfWork } from '../perform.ts'

export type Whose = { organizationId: OrganizationId; accountId: AccountId }

/** As it is sealed; null when there is none. */
export async function findStravaTokens(
  { db }: Pick<Engine, 'db'>,
  { organizationId, accountId }: Whose,
): Promise<string | null> {
  return (await findSecret(db, organizationId, accountId, STRAVA_TOKENS)) ?? null
}

/** Strava gave new ones: the refresh token before is no good any more. Refused where the connection ended meanwhile. */
export async function saveStravaTokens(
  { tx, now }: UnitOfWork,
  { organizationId, accountId, sealed }: Whose & { sealed: string },
): Promise<Result<Done<null>, ConnectionRefusal>> {
  if ((await findSecret(tx, organizationId, accountId, STRAVA_TOKENS)) === undefined) {
    return refuse({ code: 'source-not-connected', source: 'strava' })
  }
  await upsertSecret(tx, { organizationId, accountId, kind: STRAVA_TOKENS }, sealed, now)
  return ok({ value: null, events: [] })
}

/** Strava has been told of the end: nothing needs them any more. */
export async function dropStravaTokens(
  { tx }: UnitOfWork,
  { organizationId, accountId }: Whose,
): Promise<Result<Done<null>, never>> {
  await deleteSecret(tx, organizationId, accountId, STRAVA_TOKENS)
  return ok({ value: null, events: [] })
}
