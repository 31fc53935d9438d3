import type { PauseReason } from '#domain/plan/living/pause.ts'
import type { AccountId, EnrollmentId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'

export type KeptPause = { reason: PauseReason; untilOn: LocalDay | null; askAt: Instant | null }

type Paused = { organizationId: OrganizationId; id: EnrollmentId; accountId: AccountId }

export async function upsertPause(tx: Tx, paused: Paused, pause: KeptPause, now: Instant): Promise<void> {
  const set = { reason: pause.reason, until_on: pause.untilOn, ask_at: pause.askAt, updated_at: now }
  await tx
    .insertInto('enrollment_pauses')
    .values({
      organization_id: paused.organizationId,
      enrollment_id: paused.id,
      account_id: paused.accountId,
      ...set,
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'enrollment_id']).doUpdateSet(set))
    .execute()
}

export async function findPause(
  db: Reading,
  organizationId: OrganizationId,
  enrollmentId: string,
): Promise<KeptPause | undefined> {
  const row = await db
    .selectFrom('enrollment_pauses')
    .select(['reason', 'until_on', 'ask_at'])
    .where('organization_id', '=', organizationId)
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirst()
  return (
    row && {
      reason: row.reason as PauseReason,
      untilOn: row.until_on as LocalDay | null,
      askAt: row.ask_at as Instant | null,
    }
  )
}

export async function deletePause(
  tx: Tx,
  organizationId: OrganizationId,
  enrollmentId: string,
): Promise<void> {
  await tx
    .deleteFrom('enrollment_pauses')
    .where('organization_id', '=', organizationId)
    .where('enrollment_id', '=', enrollmentId)
    .execute()
}

/** Takes the turn to ask how to go on; false when it was taken or the pause is another one now. */
export async function takePauseTurn(
  tx: Tx,
  organizationId: OrganizationId,
  enrollmentId: string,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable('enrollment_pauses')
    .set({ ask_at: null })
    .where('organization_id', '=', organizationId)
    .where('enrollment_id', '=', enrollmentId)
    .where('ask_at', '<=', now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Pauses whose last day is over, in every club. */
export async function listPausesDue(
  db: Db,
  now: Instant,
  most: number,
): Promise<{ organizationId: OrganizationId; enrollmentId: string }[]> {
  const rows = await db
    .selectFrom('enrollment_pauses')
    .select(['organization_id', 'enrollment_id'])
    .where('ask_at', 'is not', null)
    .where('ask_at', '<=', now)
    .limit(most)
    .execute()
  return rows.map(row => ({
    organizationId: row.organization_id as OrganizationId,
    enrollmentId: row.enrollment_id,
  }))
}
