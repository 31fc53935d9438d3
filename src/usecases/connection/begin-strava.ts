import { createHash } from 'node:crypto'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findConnection } from '#store/connection-store.ts'
import { findOauthState, replaceOauthState } from '#store/oauth-state-store.ts'
import type { Done, Engine, UnitOfWork } from '../perform.ts'

export const STATE_LIVES_MS = 10 * MINUTE_MS

/** An athlete sets out to Strava's page; the state brings them back to themselves, once and soon. */
export async function beginStrava(
  { tx, actor, now }: UnitOfWork,
  { state }: { state: string },
): Promise<Result<Done<null>, AccessRefusal | ConnectionRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  if (await findConnection(tx, organizationId, accountId, 'strava'))
    return refuse({ code: 'strava-connected' })
  const expiresAt = instant(now + STATE_LIVES_MS)
  await replaceOauthState(tx, { organizationId, accountId, hash: hashOfState(state), expiresAt })
  return ok({ value: null, events: [] })
}

export type OauthOwner = {
  organizationId: OrganizationId
  accountId: AccountId
  teamId: SlackTeamId
  userId: SlackUserId
  displayName: string
}

/** Who set out with this state; null when it is used, too old or none. */
export async function findOauthOwner(
  { db, businessNow }: Pick<Engine, 'db' | 'businessNow'>,
  state: string,
): Promise<OauthOwner | null> {
  return (await findOauthState(db, hashOfState(state), businessNow())) ?? null
}

export function hashOfState(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
