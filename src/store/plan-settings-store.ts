import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** May athletes move their sessions within the week by themselves? Yes, unless the club said otherwise. */
export async function mayMoveOwn(db: Reading, organizationId: OrganizationId): Promise<boolean> {
  const row = await db
    .selectFrom('plan_settings')
    .select('own_moves')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row?.own_moves !== 0
}

export async function upsertPlanSettings(
  tx: Tx,
  organizationId: OrganizationId,
  ownMoves: boolean,
  now: Instant,
): Promise<void> {
  const set = { own_moves: ownMoves ? (1 as const) : (0 as const), updated_at: now }
  await tx
    .insertInto('plan_settings')
    .values({ organization_id: organizationId, ...set })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(set))
    .execute()
}
