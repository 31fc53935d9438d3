import { localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import { isQuietAt, nextAllowedInstant } from '#domain/calendar/quiet-hours.ts'
import { decideNudge } from '#domain/signal/decide-nudge.ts'
import type { NudgeCard } from '#domain/signal/signal-card.ts'
import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertNudge, isNudgedOn } from '#store/nudge-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { insertSignal, updateSignal } from '#store/signal-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import type { AthleteRefusal } from '../roster/require-athlete-of.ts'
import { requireSignal } from './require-signal.ts'

export type WhichSignal = { rule: SignalRuleId; athleteId: string; subject: string }
export type NudgeAthlete = WhichSignal & {
  text: string
  /** Wait for the end of the athlete's quiet hours. */
  isHeld: boolean
}
export type AthleteNudged = { name: string; isHeld: boolean }

/** What a coach is shown before they write: whether it is night there, and that nobody wrote today. */
export async function draftNudge(
  { db, actor, now }: UnitOfReading,
  which: WhichSignal,
): Promise<Result<NudgeCard, AthleteRefusal | SignalRefusal>> {
  const found = await requireSignal(db, actor, which, now)
  if (!found.ok) return found
  const { signal, shown, coach } = found.value
  const rest = await findRest(db, coach.organizationId, signal.athleteId)
  if (await isNudgedOn(db, coach.organizationId, signal.athleteId, localDayAt(now, rest.zone))) {
    return refuse({ code: 'nudged-today', name: shown.name })
  }
  const time = localTimeAt(now, rest.zone)
  const isNight = rest.quietHours !== null && isQuietAt(time, rest.quietHours)
  return ok({
    signal,
    athleteId: signal.athleteId,
    name: shown.name,
    coachName: coach.displayName,
    nightTime: isNight ? time : null,
    quietUntil: isNight ? (rest.quietHours?.to ?? null) : null,
  })
}

/** A coach writes to an athlete about a signal, through Astral; with that the signal is done. */
export async function nudgeAthlete(
  { tx, actor, now, newId }: UnitOfWork,
  input: NudgeAthlete,
): Promise<Result<Done<AthleteNudged>, AthleteRefusal | SignalRefusal>> {
  const found = await requireSignal(tx, actor, input, now)
  if (!found.ok) return found
  const { signal, athlete, shown, coach } = found.value
  const { organizationId } = coach
  const rest = await findRest(tx, organizationId, signal.athleteId)
  const localOn = localDayAt(now, rest.zone)
  const decided = decideNudge({
    text: input.text,
    name: shown.name,
    status: athlete.status,
    isNudgedToday: await isNudgedOn(tx, organizationId, signal.athleteId, localOn),
  })
  if (!decided.ok) return decided
  const isHeld = input.isHeld && nextAllowedInstant(now, rest.zone, rest.quietHours) > now
  const id = newId<string>()
  const isFirst = await insertNudge(tx, {
    id,
    organizationId,
    athleteId: signal.athleteId,
    coachId: coach.accountId,
    rule: signal.rule,
    localOn,
    text: decided.value,
    sentAt: now,
  })
  if (!isFirst) return refuse({ code: 'nudged-today', name: shown.name })
  await insertSignal(tx, newId, organizationId, signal, now)
  await updateSignal(tx, organizationId, signal, {
    state: 'done',
    snoozedUntil: null,
    by: coach.accountId,
    at: now,
  })
  return ok({
    value: { name: shown.name, isHeld },
    events: [
      {
        type: 'athlete.nudged',
        organizationId,
        target: { kind: 'athlete', id: signal.athleteId },
        subjectId: signal.athleteId,
        isVisibleToSubject: false,
        before: null,
        after: { nudgeId: id, rule: signal.rule, isHeld },
      },
    ],
  })
}
