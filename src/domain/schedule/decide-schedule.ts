import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { Weekday } from '#domain/calendar/weekday.ts'
import { nextOccurrence, type Occurrence } from '#domain/calendar/weekly-occurrence.ts'
import type { AccountId, GroupId, OrganizationId, ScheduleId, SlackChannelId } from '#kernel/ids.ts'
import { type Instant, instant, type LocalDay, type LocalTime, type Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { CATCH_UP_HOURS, type Schedule, type ScheduleRefusal } from './schedule.ts'

export type ScheduleWanted = {
  groupId: GroupId
  channelId: SlackChannelId
  metric: string
  weekday: Weekday
  time: LocalTime
  zone: Zone
}

export type ScheduleFacts = {
  id: ScheduleId
  organizationId: OrganizationId
  wanted: ScheduleWanted
  /** The schedule of that group in that channel, if there is one: it is changed instead of doubled. */
  present: Schedule | undefined
  lastPostedOn: LocalDay | null
  setBy: AccountId
  now: Instant
}

export function decideSchedule(facts: ScheduleFacts): Schedule {
  const { wanted, present, now } = facts
  return {
    id: present?.id ?? facts.id,
    organizationId: facts.organizationId,
    kind: 'weekly-leaderboard',
    ...wanted,
    catchUpHours: present?.catchUpHours ?? CATCH_UP_HOURS,
    activeFrom: activeFrom(now, facts.lastPostedOn, wanted.zone),
    state: 'active',
    pauseReason: null,
    setBy: facts.setBy,
    createdAt: present?.createdAt ?? now,
    updatedAt: now,
  }
}

export function decidePause(
  schedule: Schedule,
  reason: string | null,
  now: Instant,
): Result<Schedule, ScheduleRefusal> {
  if (schedule.state === 'ended') return refuse({ code: 'schedule-already-ended' })
  if (schedule.state === 'paused') return refuse({ code: 'schedule-already-paused' })
  return ok({ ...schedule, state: 'paused', pauseReason: reason, updatedAt: now })
}

/** What fell due during the pause is nobody's loss: it is neither posted nor counted as missed. */
export function decideResumption(
  schedule: Schedule,
  lastPostedOn: LocalDay | null,
  now: Instant,
): Result<Schedule, ScheduleRefusal> {
  if (schedule.state === 'ended') return refuse({ code: 'schedule-already-ended' })
  if (schedule.state === 'active') return refuse({ code: 'schedule-already-active' })
  return ok({
    ...schedule,
    state: 'active',
    pauseReason: null,
    activeFrom: activeFrom(now, lastPostedOn, schedule.zone),
    updatedAt: now,
  })
}

export function decideEnd(schedule: Schedule, now: Instant): Result<Schedule, ScheduleRefusal> {
  if (schedule.state === 'ended') return refuse({ code: 'schedule-already-ended' })
  return ok({ ...schedule, state: 'ended', updatedAt: now })
}

/** When the schedule posts next, if nothing is changed. */
export function nextPost(schedule: Schedule, now: Instant): Occurrence {
  return nextOccurrence(schedule, instant(Math.max(now, schedule.activeFrom)))
}

/** From now on, but never in a week that had its post already: moving Monday to Tuesday must not post it twice. */
function activeFrom(now: Instant, lastPostedOn: LocalDay | null, zone: Zone): Instant {
  if (lastPostedOn === null) return now
  const nextWeek = startOfDay(addDays(mondayOf(lastPostedOn), 7), zone)
  return instant(Math.max(now, nextWeek - 1))
}
