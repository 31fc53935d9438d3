import type { Weekday } from '#domain/calendar/weekday.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { requirePostStyle } from '#domain/ranking/board-words.ts'
import { FIVE_WAYS } from '#domain/ranking/week-card.ts'
import { decideSchedule } from '#domain/schedule/decide-schedule.ts'
import type { ScheduleRefusal } from '#domain/schedule/schedule.ts'
import type { ScheduleCard } from '#domain/schedule/schedule-card.ts'
import type { ScheduleId, SlackChannelId } from '#kernel/ids.ts'
import { isZone, type LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findLastPostedOn } from '#store/occurrence-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { findLiveSchedule, insertSchedule, updateSchedule } from '#store/schedule-store.ts'
import type { WhichGroup } from '../group/resolve-group.ts'
import { requireGroupToPost } from '../leaderboard/group-to-post.ts'
import { requireAgeGrades } from '../leaderboard/require-age-grades.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { scheduleCardOf } from './schedule-card-of.ts'
import { scheduleEvent } from './schedule-event.ts'

export type SetSchedule = WhichGroup & {
  channelId: string
  weekday: Weekday
  time: LocalTime
  /** Null for the club's own. */
  zone: string | null
  /** A metric, or the card of five ways to win, which it is with null. */
  metric: string | null
}
export type ScheduleSet = { card: ScheduleCard; isChange: boolean }

/** Sets the weekly leaderboard of a group in a channel, or changes the one there is. */
export async function setSchedule(
  { tx, actor, now, newId }: UnitOfWork,
  input: SetSchedule,
): Promise<Result<Done<ScheduleSet>, AccessRefusal | GroupRefusal | BoardRefusal | ScheduleRefusal>> {
  const found = await requireGroupToPost(tx, actor, input)
  if (!found.ok) return found
  const { group, poster } = found.value
  const metric = requirePostStyle(input.metric ?? FIVE_WAYS)
  if (!metric.ok) return metric
  const gradable = await requireAgeGrades(tx, metric.value)
  if (!gradable.ok) return gradable
  const club = await getOrganization(tx, group.organizationId)
  const zone = input.zone ?? club.zone
  if (!isZone(zone)) return refuse({ code: 'zone-unknown', zone })
  const present = await findLiveSchedule(tx, group.organizationId, group.id, input.channelId)
  const schedule = decideSchedule({
    id: newId<ScheduleId>(),
    organizationId: group.organizationId,
    wanted: {
      groupId: group.id,
      channelId: input.channelId as SlackChannelId,
      metric: metric.value,
      weekday: input.weekday,
      time: input.time,
      zone,
    },
    present,
    lastPostedOn: present ? await findLastPostedOn(tx, present) : null,
    setBy: poster.accountId,
    now,
  })
  if (present) await updateSchedule(tx, schedule)
  else await insertSchedule(tx, schedule)
  const names = { group: group.name, setBy: poster.displayName }
  return ok({
    value: { card: scheduleCardOf(schedule, names, now, club.zone), isChange: present !== undefined },
    events: [scheduleEvent('schedule.set', present ?? null, schedule)],
  })
}
