import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from './start-fault.ts'

const KEY_BYTES = 32

/**
 * The key of the audit chain, kept in a file beside the database and made at the first start. It must be backed up
 * apart from the database: who has both can write a chain that verifies. Throws when the file is not such a key.
 */
export function readAuditKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return requireAuditKey(path)
}

/** The key that is there already: a chain is never proven with a key made for the purpose. Throws without one. */
export function requireAuditKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    throw new StartFault(`There is no key at ${path}; restore it from your backup`)
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) {
    throw new StartFault(
      `${path} does not hold a key of ${KEY_BYTES} bytes in base64; restore it from your backup`,
    )
  }
  return key
}
