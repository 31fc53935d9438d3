import type { Schedule } from '#domain/schedule/schedule.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type OccurrenceState = 'posting' | 'missed'

/** Takes one week's turn; false when it was taken before, by whichever process. */
export async function insertOccurrence(
  tx: Tx,
  schedule: Schedule,
  occurrence: { localOn: LocalDay; dueAt: Instant; state: OccurrenceState },
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .insertInto('occurrences')
    .values({
      organization_id: schedule.organizationId,
      schedule_id: schedule.id,
      local_on: occurrence.localOn,
      due_at: occurrence.dueAt,
      state: occurrence.state,
      created_at: now,
    })
    .onConflict(conflict => conflict.columns(['schedule_id', 'local_on']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** When the latest turn, posted or missed, was due; null before the first. */
export async function findLastTurn(db: Reading, schedule: Schedule): Promise<Instant | null> {
  const row = await db
    .selectFrom('occurrences')
    .where('organization_id', '=', schedule.organizationId)
    .where('schedule_id', '=', schedule.id)
    .select(expression => expression.fn.max('due_at').as('due_at'))
    .executeTakeFirst()
  return (row?.due_at ?? null) as Instant | null
}

/** The local day of the latest turn that was posted. */
export async function findLastPostedOn(
  db: Reading,
  schedule: Pick<Schedule, 'organizationId' | 'id'>,
): Promise<LocalDay | null> {
  const row = await db
    .selectFrom('occurrences')
    .where('organization_id', '=', schedule.organizationId)
    .where('schedule_id', '=', schedule.id)
    .where('state', '=', 'posting')
    .select(expression => expression.fn.max('local_on').as('local_on'))
    .executeTakeFirst()
  return (row?.local_on ?? null) as LocalDay | null
}
