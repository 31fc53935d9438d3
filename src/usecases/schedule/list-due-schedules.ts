import type { Schedule } from '#domain/schedule/schedule.ts'
import { turnsDue } from '#domain/schedule/turns-due.ts'
import { listActiveSchedules } from '#store/schedule-store.ts'
import type { Engine } from '../perform.ts'

/** Schedules of every club whose turn has come. A reading only: who takes the turn decides `claimOccurrence`. */
export async function listDueSchedules({
  db,
  businessNow,
}: Pick<Engine, 'db' | 'businessNow'>): Promise<Pick<Schedule, 'id' | 'organizationId'>[]> {
  const now = businessNow()
  const active = await listActiveSchedules(db)
  return active
    .filter(({ schedule, lastTurnDueAt }) => turnsDue(schedule, lastTurnDueAt, now).length > 0)
    .map(({ schedule }) => schedule)
}
