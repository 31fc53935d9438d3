import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import { weekBefore } from '#domain/calendar/weekly-occurrence.ts'
import type { BoardRequest, DomainEvent, OccurrenceData } from '#domain/event.ts'
import type { Schedule, ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { type Turn, turnsDue } from '#domain/schedule/turns-due.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { countPosts, findBudget, insertFoldedBoard } from '#store/channel-budget-store.ts'
import type { Tx } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findLastTurn, insertOccurrence } from '#store/occurrence-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { findSchedule } from '#store/schedule-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/**
 * Takes every turn of one schedule that fell due: the latest is posted when it is not too late, those before it are
 * missed. Any number of processes may try at once; the key (schedule, local day) lets one have each turn.
 */
export async function claimOccurrence(
  { tx, actor, now }: UnitOfWork,
  scheduleId: string,
): Promise<Result<Done<{ posted: number; missed: number }>, ScheduleRefusal>> {
  if (!actor.organizationId) return refuse({ code: 'schedule-unknown' })
  const schedule = await findSchedule(tx, actor.organizationId, scheduleId)
  if (!schedule) return refuse({ code: 'schedule-unknown' })
  if (!(await findGroup(tx, schedule.organizationId, schedule.groupId))) {
    return refuse({ code: 'schedule-already-ended' })
  }
  const taken: Turn[] = []
  for (const turn of turnsDue(schedule, await findLastTurn(tx, schedule), now)) {
    const state = turn.decision === 'missed' ? 'missed' : 'posting'
    if (await insertOccurrence(tx, schedule, { ...turn.occurrence, state }, now)) taken.push(turn)
  }
  const isFolded = taken.some(turn => turn.decision !== 'missed') && (await isOverBudget(tx, schedule, now))
  const missed = taken.filter(turn => turn.decision === 'missed')
  const lastMissed = missed.at(-1)
  const events = taken.map(turn =>
    occurrenceEvent(schedule, turn, { missedToTell: turn === lastMissed ? missed.length : 0, isFolded }),
  )
  for (const { after } of events) {
    if (after.isFolded && after.board) await foldBoard(tx, schedule, after.board, now)
  }
  return ok({
    value: { posted: taken.length - missed.length, missed: missed.length },
    events,
  })
}

/** A channel takes so many weekly boards; what is more becomes a line of its card of the day. */
async function isOverBudget(tx: Tx, schedule: Schedule, now: Instant): Promise<boolean> {
  const { organizationId, channelId } = schedule
  const { zone } = await getOrganization(tx, organizationId)
  const since = startOfDay(mondayOf(localDayAt(now, zone)), zone)
  const posted = await countPosts(tx, organizationId, channelId, {
    kind: 'leaderboard',
    since,
    isScheduled: true,
  })
  return posted >= (await findBudget(tx, organizationId, channelId)).boardsAWeek
}

async function foldBoard(tx: Tx, schedule: Schedule, board: BoardRequest, now: Instant): Promise<void> {
  const { organizationId, channelId } = schedule
  const { zone } = await getOrganization(tx, organizationId)
  await insertFoldedBoard(tx, {
    organizationId,
    channelId,
    localOn: localDayAt(now, zone),
    scheduleId: schedule.id,
    payload: board,
    at: now,
  })
}

function occurrenceEvent(
  schedule: Schedule,
  turn: Turn,
  { missedToTell, isFolded }: { missedToTell: number; isFolded: boolean },
): DomainEvent & { after: OccurrenceData } {
  const { localOn, dueAt } = turn.occurrence
  const isMissed = turn.decision === 'missed'
  const data: OccurrenceData = {
    scheduleId: schedule.id,
    channelId: schedule.channelId,
    groupId: schedule.groupId,
    localOn,
    dueAt,
    board: isMissed
      ? null
      : {
          postId: `${schedule.id}:${localOn}`,
          groupId: schedule.groupId,
          channelId: schedule.channelId,
          metric: schedule.metric,
          ...weekBefore(localOn),
          zone: schedule.zone,
          askedBy: schedule.setBy,
        },
    setBy: schedule.setBy,
    isLate: turn.decision === 'post-late',
    missedToTell,
    isFolded: isFolded && !isMissed,
  }
  return {
    type: isMissed ? 'occurrence.missed' : 'occurrence.posted',
    organizationId: schedule.organizationId,
    target: { kind: 'schedule', id: schedule.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: null,
    after: data,
  }
}
