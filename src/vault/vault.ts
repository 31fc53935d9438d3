import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type KeyRing, VaultFault } from './key-file.ts'

/** To which row a secret belongs: opened for any other, it does not open. */
export type SealedFor = { organizationId: string; accountId: string; kind: string }

export type Vault = {
  seal(secret: string, row: SealedFor): string
  /** Throws `VaultFault` when it was altered, belongs to another row, or its key is gone. */
  open(sealed: string, row: SealedFor): string
  /** Is it sealed with the key that seals now? */
  isCurrent(sealed: string): boolean
}

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
/** GCM's own size; random, so a key must not seal more than some four thousand million times. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals secrets with AES-256-GCM as `v1.key-id.nonce.ciphertext+tag`. The row and the key's id are authenticated with it.
 * `keys` is asked when it is first needed, and again when a secret names a key that is not known: the file may have been
 * rotated meanwhile by the operator's command.
 */
export function createVault(keys: () => KeyRing): Vault {
  let ring: KeyRing | null = null
  const current = () => {
    ring ??= keys()
    return ring
  }
  const keyOf = (id: string): Uint8Array => {
    const known = current().keys.get(id)
    if (known) return known
    ring = keys()
    const read = ring.keys.get(id)
    if (!read) throw new VaultFault(`A secret is sealed with the key ${id}, which is not in the key file`)
    return read
  }
  return {
    seal(secret, row) {
      const { currentId } = current()
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, keyOf(currentId), nonce)
      cipher.setAAD(boundTo(row, currentId))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [VERSION, currentId, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    open(sealed, row) {
      const [version, keyId = '', nonce = '', body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      const iv = Buffer.from(nonce, 'base64url')
      if (version !== VERSION || iv.length !== NONCE_BYTES || bytes.length < TAG_BYTES) {
        throw new VaultFault('A secret is not sealed as Astral seals')
      }
      const decipher = createDecipheriv(CIPHER, keyOf(keyId), iv, { authTagLength: TAG_BYTES })
      decipher.setAAD(boundTo(row, keyId))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        )
      } catch {
        throw new VaultFault('A secret was altered, or belongs to another row')
      }
    },
    isCurrent: sealed => sealed.split('.')[1] === current().currentId,
  }
}

/** JSON, so that no two rows have the same text. */
function boundTo({ organizationId, accountId, kind }: SealedFor, keyId: string): Uint8Array {
  return Buffer.from(JSON.stringify(['connection_secrets', organizationId, accountId, kind, keyId]))
}
