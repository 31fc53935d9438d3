import { basename, dirname, join } from 'node:path'

/** Archives wait beside the database while they are read: they outlive a restart. */
export function importFolder(databasePath: string): string {
  return join(dirname(databasePath), `${basename(databasePath, '.db')}.imports`)
}

/** The key that seals secrets stands beside the database, unless it is put elsewhere. */
export function encryptionKeyPath(databasePath: string): string {
  return join(dirname(databasePath), `${basename(databasePath, '.db')}.encryption-key`)
}

/** The audit's key stands beside its database: `data/astral.db` has `data/astral.audit-key`. */
export function auditKeyPath(databasePath: string): string {
  return join(dirname(databasePath), `${basename(databasePath, '.db')}.audit-key`)
}
