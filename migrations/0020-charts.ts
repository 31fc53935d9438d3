import type { MigrationDb } from './columns.ts'

/** What a post's picture was drawn from, as a fingerprint: one that would come out the same is not uploaded again. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('posted_chart_hash', 'text').execute()
}
