import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { decideResumption } from '#domain/schedule/decide-schedule.ts'
import type { Schedule, ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findLastPostedOn } from '#store/occurrence-store.ts'
import { updateSchedule } from '#store/schedule-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireOwnSchedule } from './require-own-schedule.ts'
import { scheduleEvent } from './schedule-event.ts'

export async function resumeSchedule(
  { tx, actor, now }: UnitOfWork,
  scheduleId: string,
): Promise<Result<Done<Schedule>, AccessRefusal | BoardRefusal | ScheduleRefusal>> {
  const found = await requireOwnSchedule(tx, actor, scheduleId)
  if (!found.ok) return found
  const decided = decideResumption(found.value, await findLastPostedOn(tx, found.value), now)
  if (!decided.ok) return decided
  await updateSchedule(tx, decided.value)
  return ok({
    value: decided.value,
    events: [scheduleEvent('schedule.resumed', found.value, decided.value)],
  })
}
