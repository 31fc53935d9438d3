import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { Schedule, ScheduleRefusal } from '#domain/schedule/schedule.ts'
import type { Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'
import { requireOwnSchedule } from './require-own-schedule.ts'

/** The schedule, for somebody who may change it. */
export async function getSchedule(
  { db, actor }: UnitOfReading,
  scheduleId: string,
): Promise<Result<Schedule, AccessRefusal | BoardRefusal | ScheduleRefusal>> {
  return requireOwnSchedule(db, actor, scheduleId)
}
