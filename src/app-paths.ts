import { dirname, join } from 'node:path'

/** The audit's key stands beside its database: `data/astral.db` has `data/astral.audit-key`. */
export function auditKeyPath(databasePath: string): string {
  const name = databasePath.slice(dirname(databasePath) === '.' ? 0 : dirname(databasePath).length + 1)
  return join(dirname(databasePath), `${name.replace(/\.db$/, '')}.audit-key`)
}
