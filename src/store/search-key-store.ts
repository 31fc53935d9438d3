import { type RawBuilder, sql } from 'kysely'
import { personSearchKey, searchKey } from '#domain/text/search-key.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { containing } from './like-pattern.ts'

/** Writes the key anew; after each change of name, nickname or address, and when somebody comes in. */
export async function updateSearchKey(tx: Tx, accountId: AccountId): Promise<void> {
  const row = await tx
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.account_id', '=', accountId)
    .where('m.left_at', 'is', null)
    .select(['m.id', 'm.search_key', 'm.nickname', 'a.display_name', 'a.email'])
    .executeTakeFirst()
  if (!row) return
  const key = personSearchKey({ nickname: row.nickname, displayName: row.display_name, email: row.email })
  if (key === row.search_key) return
  await tx.updateTable('memberships').set({ search_key: key }).where('id', '=', row.id).execute()
}

/** Does each word of a text stand somewhere in the key? A condition of SQL for each word. */
export function wordsWithin(column: string, text: string): RawBuilder<boolean>[] {
  return searchKey(text)
    .split(' ')
    .filter(word => word !== '')
    .map(word => {
      const pattern = containing(word)
      return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`
    })
}
