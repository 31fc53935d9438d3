import { createHmac } from 'node:crypto'

/** What one link of the chain covers. Instants in ms; `detailHash` stands for the erasable details. */
export type AuditLink = {
  organizationId: string
  seq: number
  at: number
  actorKind: string
  actorId: string | null
  surface: string
  action: string
  targetKind: string
  targetId: string
  subjectId: string | null
  isVisibleToSubject: boolean
  detailHash: string
}

export const CHAIN_START = '0'.repeat(64)

/**
 * HMAC-SHA256 over the previous link's hash and this one's canonical JSON (keys sorted, RFC 8785 for these plain
 * types), in hex. Keyed, so that somebody with the database alone cannot make a new chain that verifies.
 */
export function linkHash(key: Uint8Array, previousHash: string, link: AuditLink): string {
  return createHmac('sha256', key).update(previousHash).update(canonicalJson(link)).digest('hex')
}

/**
 * HMAC-SHA256 that says "the chain ends here", in hex. The last link's own hash would not do: whoever removes the
 * newest entries could read it from the entry that is then the last.
 */
export function endSeal(key: Uint8Array, organizationId: string, seq: number, lastHash: string): string {
  return createHmac('sha256', key)
    .update(canonicalJson({ end: organizationId, seq, lastHash }))
    .digest('hex')
}

/** HMAC-SHA256 of the details with their own salt, in hex: erasing the details keeps the chain whole. */
export function detailHash(key: Uint8Array, salt: string, detailJson: string): string {
  return createHmac('sha256', key).update(salt).update('\n').update(detailJson).digest('hex')
}

/** JSON with sorted keys, so that the same facts always hash the same. Throws on anything JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not JSON: ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`not JSON: ${typeof value}`)
}
