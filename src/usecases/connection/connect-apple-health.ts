import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findConnection, upsertConnection } from '#store/connection-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { connectionEvent } from './connection-event.ts'
import { hashOfSecret, newSecret } from './push-secret.ts'

/** `secret` is known here and to whoever asked, and never again. */
export type PushAddress = { secret: string; isRenewed: boolean }

/** An athlete gets a personal address for Apple Health to push to; one they had before works no more. */
export async function connectAppleHealth(
  { tx, actor, now, newId }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<PushAddress>, AccessRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const source = 'apple-health'
  const before = await findConnection(tx, organizationId, accountId, source)
  const secret = newSecret()
  await upsertConnection(
    tx,
    {
      organizationId,
      accountId,
      source,
      externalId: null,
      connectedAt: before?.connectedAt ?? now,
      lastReceivedAt: before?.lastReceivedAt ?? null,
    },
    hashOfSecret(secret),
  )
  const type = before ? 'source.renewed' : 'source.connected'
  return ok({
    value: { secret, isRenewed: before !== undefined },
    events: [connectionEvent(newId, type, { organizationId, accountId, source }, false)],
  })
}
