import { createHash, randomBytes } from 'node:crypto'

/** 192 bits of the system's generator. */
const BYTES = 24
const LOOKS_LIKE_ONE = /^[\w-]{32}$/

export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** What is stored of a secret; null for what cannot be one. */
export function hashOfSecret(secret: string): string | null {
  return LOOKS_LIKE_ONE.test(secret) ? createHash('sha256').update(secret).digest('hex') : null
}
