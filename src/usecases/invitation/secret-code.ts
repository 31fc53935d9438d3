import { createHash, randomBytes } from 'node:crypto'
import { codeKey } from '#domain/invitation/invitation-code.ts'

/** Letters and digits that nobody mistakes for one another: 32, so five bits each. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const SIGNS = 26

/** A code nobody can guess (130 bits of the system's generator), in groups of five. */
export function newSecretCode(): string {
  const signs = [...randomBytes(SIGNS)].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
  return signs.match(/.{1,5}/g)?.join('-') ?? signs
}

/** What is stored of a code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(codeKey(code)).digest('hex')
}
