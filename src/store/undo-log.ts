import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Tx } from './db.ts'

/** Changes that can be taken back for a while, each with the people it was about: of many athletes, of a group. */
export type UndoLog = 'bulk' | 'group'

/** Drops what nobody can take back any more. */
export async function dropChangesBefore(
  tx: Tx,
  log: UndoLog,
  organizationId: OrganizationId,
  keptSince: Instant,
): Promise<void> {
  const outdated = tx
    .selectFrom(`${log}_changes`)
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('made_at', '<', keptSince)
  await tx
    .deleteFrom(`${log}_change_people`)
    .where('organization_id', '=', organizationId)
    .where('change_id', 'in', outdated)
    .execute()
  await tx
    .deleteFrom(`${log}_changes`)
    .where('organization_id', '=', organizationId)
    .where('made_at', '<', keptSince)
    .execute()
}

/** False when somebody has taken it back already. */
export async function markChangeUndone(
  tx: Tx,
  log: UndoLog,
  organizationId: OrganizationId,
  id: string,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable(`${log}_changes`)
    .set({ undone_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Somebody's data goes: what changes did to them, and the changes they made. */
export async function eraseChanges(
  tx: Tx,
  log: UndoLog,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  const own = tx
    .selectFrom(`${log}_changes`)
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('made_by', '=', accountId)
  await tx
    .deleteFrom(`${log}_change_people`)
    .where('organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('account_id', '=', accountId), eb('change_id', 'in', own)]))
    .execute()
  await tx
    .deleteFrom(`${log}_changes`)
    .where('organization_id', '=', organizationId)
    .where('made_by', '=', accountId)
    .execute()
}
