import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export const KEY_BYTES = 32

/** Every key by its id, and which of them seals; the others only open what they sealed. */
export type KeyRing = { currentId: string; keys: ReadonlyMap<string, Uint8Array> }

/** The key file is missing, unreadable, or does not have a key that is needed. Its message holds no key. */
export class VaultFault extends Error {
  override name = 'VaultFault'
}

/** Reads the file, or makes it with one fresh key when it is not there. */
export function readOrMakeKeyFile(path: string): KeyRing {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, textOf(withFreshKey(null)), { mode: 0o600, flag: 'wx' })
  }
  return readKeyFile(path)
}

/** Throws `VaultFault` when there is no such file, or it does not hold what it should. */
export function readKeyFile(path: string): KeyRing {
  if (!existsSync(path)) {
    throw new VaultFault(`There is no encryption key at ${path}; restore it from your backup`)
  }
  const ring = ringIn(readFileSync(path, 'utf8'))
  if (!ring) {
    throw new VaultFault(
      `${path} does not hold encryption keys as Astral writes them; restore it from your backup`,
    )
  }
  return ring
}

/** Adds a fresh key that seals from now on. The file is replaced whole, so that a crash leaves the old or the new one. */
export function addKey(path: string): KeyRing {
  const ring = withFreshKey(existsSync(path) ? readKeyFile(path) : null)
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.new`
  writeFileSync(beside, textOf(ring), { mode: 0o600 })
  renameSync(beside, path)
  return ring
}

function withFreshKey(ring: KeyRing | null): KeyRing {
  const currentId = randomBytes(4).toString('hex')
  return { currentId, keys: new Map([...(ring?.keys ?? []), [currentId, randomBytes(KEY_BYTES)]]) }
}

function textOf({ currentId, keys }: KeyRing): string {
  const written = [...keys].map(([id, key]) => [id, Buffer.from(key).toString('base64')])
  return `${JSON.stringify({ current: currentId, keys: Object.fromEntries(written) }, null, 2)}\n`
}

function ringIn(text: string): KeyRing | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const { current, keys } = (read ?? {}) as { current?: unknown; keys?: unknown }
  if (typeof current !== 'string' || typeof keys !== 'object' || keys === null) return null
  const found = new Map<string, Uint8Array>()
  for (const [id, encoded] of Object.entries(keys)) {
    const key = typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : null
    if (key?.length !== KEY_BYTES || !/^[\w-]{1,64}$/.test(id)) return null
    found.set(id, key)
  }
  return found.has(current) ? { currentId: current, keys: found } : null
}
