import type { ImportOutcome } from '#domain/roster/roster-import.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type RosterImport = {
  id: string
  organizationId: OrganizationId
  askedBy: AccountId
  fileName: string
  state: 'waiting' | 'applied' | 'cancelled'
  outcomes: ImportOutcome[]
  isMailed: boolean
  createdAt: Instant
}

/** Keeps a read file, and forgets those of the club that are older than `forgetBefore`. */
export async function insertRosterImport(
  tx: Tx,
  { outcomes, ...kept }: RosterImport,
  forgetBefore: Instant,
): Promise<void> {
  await tx
    .deleteFrom('roster_imports')
    .where('organization_id', '=', kept.organizationId)
    .where('created_at', '<', forgetBefore)
    .execute()
  await tx
    .insertInto('roster_imports')
    .values({
      id: kept.id,
      organization_id: kept.organizationId,
      asked_by: kept.askedBy,
      file_name: kept.fileName,
      state: kept.state,
      outcomes_json: JSON.stringify(outcomes),
      is_mailed: kept.isMailed ? 1 : 0,
      created_at: kept.createdAt,
    })
    .execute()
}

export async function findRosterImport(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<RosterImport | undefined> {
  const row = await db
    .selectFrom('roster_imports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      organizationId,
      askedBy: row.asked_by as AccountId,
      fileName: row.file_name,
      state: row.state as RosterImport['state'],
      outcomes: JSON.parse(row.outcomes_json) as ImportOutcome[],
      isMailed: row.is_mailed === 1,
      createdAt: row.created_at as Instant,
    }
  )
}

/** False when it was applied or cancelled before. */
export async function settleRosterImport(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
  state: 'applied' | 'cancelled',
): Promise<boolean> {
  const result = await tx
    .updateTable('roster_imports')
    .set({ state })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
