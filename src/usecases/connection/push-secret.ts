import { createHash, randomBytes } from 'node:crypto'

/** 192 bits of the system's generator; in hex, which no chat and no keyboard changes. */
const BYTES = 24
const LOOKS_LIKE_ONE = /^[0-9a-f]{48}$/

export function newSecret(): string {
  return randomBytes(BYTES).toString('hex')
}

/** What is stored of a secret; null for what cannot be one. */
export function hashOfSecret(secret: string): string | null {
  return LOOKS_LIKE_ONE.test(secret) ? createHash('sha256').update(secret).digest('hex') : null
}
