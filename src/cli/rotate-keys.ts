import { resealSecrets } from '#store/connection-secret-store.ts'
import type { Db } from '#store/db.ts'
import { addKey, readKeyFile } from '#vault/key-file.ts'
import { createVault } from '#vault/vault.ts'

/**
 * Adds a fresh key and seals every secret with it. A running app reads the file again when it meets the new key. The
 * keys before stay in the file: backups of the database need them.
 */
export async function rotateKeys(db: Db, path: string): Promise<string> {
  const { currentId, keys } = addKey(path)
  const vault = createVault(() => readKeyFile(path))
  const changed = await db
    .transaction()
    .execute(tx =>
      resealSecrets(tx, (sealed, row) =>
        vault.isCurrent(sealed) ? null : vault.seal(vault.open(sealed, row), row),
      ),
    )
  const secrets = changed === 1 ? '1 secret is' : `${changed} secrets are`
  const before = keys.size - 1
  const kept =
    before === 0
      ? ''
      : ` ${before === 1 ? 'The key before stays' : `${before} keys before stay`} in the file, for backups.`
  return `${secrets} sealed with the new key ${currentId} in ${path}.${kept}`
}
