import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { decideEnd } from '#domain/schedule/decide-schedule.ts'
import type { Schedule, ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { ok, type Result } from '#kernel/result.ts'
import { updateSchedule } from '#store/schedule-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireOwnSchedule } from './require-own-schedule.ts'
import { scheduleEvent } from './schedule-event.ts'

/** Ends a schedule for good; what it posted stays. */
export async function endSchedule(
  { tx, actor, now }: UnitOfWork,
  scheduleId: string,
): Promise<Result<Done<Schedule>, AccessRefusal | BoardRefusal | ScheduleRefusal>> {
  const found = await requireOwnSchedule(tx, actor, scheduleId)
  if (!found.ok) return found
  const decided = decideEnd(found.value, now)
  if (!decided.ok) return decided
  await updateSchedule(tx, decided.value)
  return ok({
    value: decided.value,
    events: [scheduleEvent('schedule.ended', found.value, decided.value)],
  })
}
