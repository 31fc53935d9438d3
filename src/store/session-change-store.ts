import { addDays } from '#domain/calendar/local-day.ts'
import type { SessionEdit, SessionShape } from '#domain/plan/living/session-edit.ts'
import { PLAN_LIMITS } from '#domain/plan/template/plan.ts'
import type { AccountId, EnrollmentId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

type Whose = { organizationId: OrganizationId; accountId: AccountId }

/** Writes what a session is from now on for this athlete, whole; one that is dropped keeps its name and says nothing. */
export async function upsertSessionChange(
  tx: Tx,
  { organizationId, accountId }: Whose,
  edit: SessionEdit,
  now: Instant,
): Promise<void> {
  const shape: SessionShape | null = edit.after ?? edit.before
  if (!shape) return
  const set = {
    on_day: shape.on,
    text: shape.text,
    title: shape.title,
    note: shape.note,
    is_dropped: edit.after === null ? (1 as const) : (0 as const),
    updated_at: now,
  }
  await tx
    .insertInto('session_changes')
    .values({
      organization_id: organizationId,
      enrollment_id: edit.enrollmentId,
      account_id: accountId,
      day_index: edit.dayIndex,
      slot: edit.slot,
      ...set,
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'enrollment_id', 'day_index', 'slot']).doUpdateSet(set),
    )
    .execute()
}

/** The first slot of a day of the plan that no session, present or dropped, has. */
export async function findFreeSlot(
  db: Reading,
  organizationId: OrganizationId,
  enrollmentId: string,
  dayIndex: number,
): Promise<number> {
  const row = await db
    .selectFrom('session_changes')
    .where('organization_id', '=', organizationId)
    .where('enrollment_id', '=', enrollmentId)
    .where('day_index', '=', dayIndex)
    .select(({ fn }) => fn.max('slot').as('slot'))
    .executeTakeFirst()
  return Math.max(PLAN_LIMITS.sessionsADay, Number(row?.slot ?? -1) + 1)
}

/** A plan goes on later: what was changed of it from that day on moves with it. */
export async function shiftSessionChanges(
  tx: Tx,
  organizationId: OrganizationId,
  enrollmentId: EnrollmentId,
  since: LocalDay,
  days: number,
): Promise<void> {
  const rows = await tx
    .selectFrom('session_changes')
    .select(['day_index', 'slot', 'on_day'])
    .where('organization_id', '=', organizationId)
    .where('enrollment_id', '=', enrollmentId)
    .where('on_day', '>=', since)
    .execute()
  for (const row of rows) {
    await tx
      .updateTable('session_changes')
      .set({ on_day: addDays(row.on_day as LocalDay, days) })
      .where('organization_id', '=', organizationId)
      .where('enrollment_id', '=', enrollmentId)
      .where('day_index', '=', row.day_index)
      .where('slot', '=', row.slot)
      .execute()
  }
}
