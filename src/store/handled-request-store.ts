import type { Tx } from './db.ts'

/** Remembers a delivery; false when it was seen before. `handledAt` is real time in ms. */
export async function insertHandledRequest(tx: Tx, requestKey: string, handledAt: number): Promise<boolean> {
  const result = await tx
    .insertInto('handled_requests')
    .values({ request_key: requestKey, handled_at: handledAt })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Forgets deliveries older than Slack repeats them. */
export async function deleteHandledRequestsBefore(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('handled_requests').where('handled_at', '<', before).execute()
}
