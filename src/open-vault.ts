import { existsSync } from 'node:fs'
import { hasSecrets } from '#store/connection-secret-store.ts'
import type { Db } from '#store/db.ts'
import { type KeyRing, readKeyFile, readOrMakeKeyFile, VaultFault } from '#vault/key-file.ts'
import { createVault, type Vault } from '#vault/vault.ts'
import { StartFault } from './start-fault.ts'

/**
 * The vault whose keys are in that file. The file is made when something is first sealed; where there are secrets
 * already, a missing or broken one stops the start: a fresh key would open none of them.
 */
export async function openVault(db: Db, path: string): Promise<Vault> {
  const isNeeded = await hasSecrets(db)
  try {
    if (isNeeded || existsSync(path)) readKeyFile(path)
  } catch (error) {
    throw error instanceof VaultFault ? new StartFault(error.message) : error
  }
  return createVault((): KeyRing => (isNeeded ? readKeyFile(path) : readOrMakeKeyFile(path)))
}
