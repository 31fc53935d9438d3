import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** The database outside any transaction: what reading takes. */
export type Db = Kysely<Schema> & { readonly isTransaction: false }

/** "Inside the transaction": what writing takes. A `Db` is not assignable to it. */
export type Tx = Transaction<Schema>

/** For reads that serve both inside and outside a transaction. */
export type Reading = Kysely<Schema>
