import { findPushOwner as findOwner } from '#store/connection-store.ts'
import type { Engine, Identity } from '../perform.ts'
import { hashOfSecret } from './push-secret.ts'

/** Who pushes with this secret; null for whatever is none. */
export async function findPushOwner(
  { db }: Pick<Engine, 'db'>,
  secret: string,
): Promise<{ who: Identity; key: string } | null> {
  const hash = hashOfSecret(secret)
  const owner = hash === null ? undefined : await findOwner(db, hash)
  if (hash === null || !owner) return null
  return { who: { kind: 'slack', teamId: owner.teamId, userId: owner.userId }, key: hash }
}
