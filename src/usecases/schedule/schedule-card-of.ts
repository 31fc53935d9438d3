import { localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import { nextPost } from '#domain/schedule/decide-schedule.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'
import type { ScheduleCard } from '#domain/schedule/schedule-card.ts'
import type { Instant, Zone } from '#kernel/instant.ts'

/** The next post is told by the club's clock. */
export function scheduleCardOf(
  schedule: Schedule,
  names: { group: string; setBy: string },
  now: Instant,
  zone: Zone,
): ScheduleCard {
  const dueAt = schedule.state === 'active' ? nextPost(schedule, now).dueAt : null
  return {
    schedule,
    groupName: names.group,
    setByName: names.setBy,
    next: dueAt === null ? null : { on: localDayAt(dueAt, zone), at: localTimeAt(dueAt, zone), zone },
  }
}
