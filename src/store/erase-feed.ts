import { sql } from 'kysely'
import type { Tx } from './db.ts'
import { eraseRows, type Leaver } from './erase-rows.ts'

/**
 * What somebody said to others' runs; what was said to theirs went with the runs. Feedback that they gave as a coach stays
 * with the athletes it was for; what they set up for channels goes on in the heir's name.
 */
export async function eraseFeed(tx: Tx, { organizationId, accountId, heirId }: Leaver): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, ['kudos'])
  // Boards that are lines of a card: their id gives way to the heir's.
  await tx
    .updateTable('folded_boards')
    .set({ payload_json: sql<string>`replace(payload_json, ${accountId}, ${heirId})` })
    .where('organization_id', '=', organizationId)
    .where('payload_json', 'like', `%${accountId}%`)
    .execute()
  for (const table of ['feed_subscriptions', 'channel_budgets'] as const) {
    await tx
      .updateTable(table)
      .set({ set_by: heirId })
      .where('organization_id', '=', organizationId)
      .where('set_by', '=', accountId)
      .execute()
  }
}
