import type { Instant } from '#kernel/instant.ts'
import type { Db, Tx } from './db.ts'

/** Replaces any unused code: only the one printed last is good. */
export async function replaceClaimCode(db: Db, codeHash: string, now: Instant): Promise<void> {
  await db.transaction().execute(async tx => {
    await tx.deleteFrom('claim_codes').where('used_at', 'is', null).execute()
    await tx
      .insertInto('claim_codes')
      .values({ code_hash: codeHash, created_at: now, used_at: null })
      .execute()
  })
}

/** Uses a code up; false when there is no such code or it was used. */
export async function markClaimCodeUsed(tx: Tx, codeHash: string, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('claim_codes')
    .set({ used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function hasUnusedClaimCode(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('claim_codes')
    .select('code_hash')
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
