import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import type { Schema } from './schema.ts'

/** Somebody whose data goes, and who stands in for them where others go on. */
export type Leaver = { organizationId: OrganizationId; accountId: AccountId; heirId: AccountId }

/** Tables with rows of somebody in particular. */
type OwnTable = {
  [Table in keyof Schema]: Schema[Table] extends { organization_id: string; account_id: string }
    ? Table
    : never
}[keyof Schema]

/** Deletes somebody's rows from tables, in this order. */
export async function eraseRows(
  tx: Tx,
  { organizationId, accountId }: Pick<Leaver, 'organizationId' | 'accountId'>,
  tables: readonly OwnTable[],
): Promise<void> {
  for (const table of tables) {
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .execute()
  }
}
