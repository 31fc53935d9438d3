import type { MigrationDb } from './columns.ts'

/** An invitation's plan may count back from a race, and keeps what became of it when the invitation was accepted. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('invited_plans').addColumn('race_on', 'text').execute()
  await db.schema.alterTable('invited_plans').addColumn('outcome', 'text').execute()
}
