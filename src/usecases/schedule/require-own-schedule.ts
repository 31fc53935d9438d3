import { requireBoardPoster } from '#domain/group/board-poster.ts'
import type { Actor } from '#domain/organization/actor.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { Schedule, ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findSchedule } from '#store/schedule-store.ts'

/** The schedule, if the actor may change it; of a group that is gone it is as good as ended. */
export async function requireOwnSchedule(
  db: Reading,
  actor: Actor,
  scheduleId: string,
): Promise<Result<Schedule, AccessRefusal | BoardRefusal | ScheduleRefusal>> {
  if (!actor.organizationId) return refuse({ code: 'schedule-unknown' })
  const schedule = await findSchedule(db, actor.organizationId, scheduleId)
  if (!schedule) return refuse({ code: 'schedule-unknown' })
  const group = await findGroup(db, actor.organizationId, schedule.groupId)
  if (!group) return refuse({ code: 'schedule-already-ended' })
  const poster = requireBoardPoster(actor, group)
  if (!poster.ok) return poster
  return ok(schedule)
}
