import { decideCatchUp } from '#domain/calendar/catch-up.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { type Occurrence, occurrencesDue } from '#domain/calendar/weekly-occurrence.ts'
import { type AvailabilityRound, hasBegun, weekAskedOn } from '#domain/plan/availability/availability.ts'
import type { AvailabilityEvent } from '#domain/plan/availability/availability-event.ts'
import { CATCH_UP_HOURS } from '#domain/schedule/schedule.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findRound, insertAsked, listRounds, takeTurn } from '#store/availability-store.ts'
import { findGroup } from '#store/group-store.ts'
import { listGroupAthletes } from '#store/read/group-athletes-read.ts'
import type { Done, Engine, UnitOfWork } from '../../perform.ts'

/** Rounds of every club whose turn has come. A reading only: who takes the turn decides `askAvailability`. */
export async function listRoundsOfAvailability({
  db,
  businessNow,
}: Pick<Engine, 'db' | 'businessNow'>): Promise<AvailabilityRound[]> {
  const now = businessNow()
  return (await listRounds(db)).filter(round => turnDue(round, now) !== undefined)
}

/**
 * Asks the active athletes of a group on which days of the next week they can train: each once a week, however many
 * groups they are in and whatever runs twice. What is too late, or about a week that has begun, is let go.
 */
export async function askAvailability(
  { tx, actor, now }: UnitOfWork,
  groupId: string,
): Promise<Result<Done<{ asked: number }>, { code: 'group-gone' }>> {
  const { organizationId } = actor
  const round = organizationId ? await findRound(tx, organizationId, groupId) : undefined
  const group = round && (await findGroup(tx, round.organizationId, round.groupId))
  if (!round || !group) return refuse({ code: 'group-gone' })
  const turn = turnDue(round, now)
  if (!turn || !(await takeTurn(tx, round, turn.dueAt))) return ok({ value: { asked: 0 }, events: [] })
  const weekOn = weekAskedOn(turn.localOn)
  const isLate = decideCatchUp({ dueAt: turn.dueAt, now, catchUpHours: CATCH_UP_HOURS }) === 'missed'
  if (isLate || hasBegun(weekOn, localDayAt(now, round.zone))) return ok({ value: { asked: 0 }, events: [] })
  const athletes = await listGroupAthletes(tx, round.organizationId, round.groupId, round.setBy)
  const athleteIds = await insertAsked(
    tx,
    round.organizationId,
    athletes.map(({ accountId }) => accountId),
    weekOn,
    now,
  )
  const event: AvailabilityEvent = {
    type: 'availability.asked',
    organizationId: round.organizationId,
    target: { kind: 'group', id: round.groupId },
    subjectId: null,
    isVisibleToSubject: false,
    before: null,
    after: { groupId: round.groupId, weekOn, athleteIds },
  }
  return ok({ value: { asked: athleteIds.length }, events: athleteIds.length === 0 ? [] : [event] })
}

/** The latest turn since the last one that was taken; those before it are nobody's loss. */
function turnDue(round: AvailabilityRound, now: Instant): Occurrence | undefined {
  const after = instant(Math.max(round.activeFrom, round.lastTurnAt ?? 0))
  return after >= now ? undefined : occurrencesDue(round, after, now).at(-1)
}
