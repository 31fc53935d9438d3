import { addDays, daysBetween, localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import { askAtOf, type ResumeWay } from '#domain/plan/living/pause.ts'
import { keyOf, shapeOf } from '#domain/plan/living/session-edit.ts'
import { type Enrollment, resumed } from '#domain/plan/template/enrollment.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findEnrollment, updateEnrollment } from '#store/enrollment-store.ts'
import { deletePause, findPause, listPausesDue, takePauseTurn, upsertPause } from '#store/pause-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { shiftSessionChanges, upsertSessionChange } from '#store/session-change-store.ts'
import type { Done, Engine, UnitOfWork } from '../../perform.ts'
import { enrollmentEvent } from '../enroll.ts'

/** Lets a paused plan go on; what was changed for the athlete moves with it, what was missed is not asked any more. */
export async function resumeEnrollment(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  enrollment: Enrollment,
  way: ResumeWay,
  today: LocalDay,
): Promise<Enrollment> {
  const { organizationId, accountId, id } = enrollment
  const since = enrollment.stateOn ?? today
  await deletePause(tx, organizationId, id)
  if (way === 'shift') {
    const after = resumed(enrollment, today, now)
    await updateEnrollment(tx, after)
    await shiftSessionChanges(tx, organizationId, id, since, daysBetween(enrollment.lastOn, after.lastOn))
    return after
  }
  const after: Enrollment = { ...enrollment, state: 'active', stateOn: null, updatedAt: now }
  await updateEnrollment(tx, after)
  if (since >= today) return after
  const missed = await listSessionsOf(tx, organizationId, accountId, since, addDays(today, -1))
  for (const session of missed.filter(each => each.enrollmentId === id)) {
    const edit = { ...keyOf(session), before: shapeOf(session), after: null }
    await upsertSessionChange(tx, { organizationId, accountId }, edit, now)
  }
  return after
}

export type AnswerPause = { enrollmentId: string; answer: ResumeWay | 'longer' }
export type PauseAnswered = {
  enrollment: Enrollment
  answer: AnswerPause['answer']
  untilOn: LocalDay | null
}

/** The athlete says how to go on after a pause, or that it takes another week. */
export async function answerPause(
  { tx, actor, now }: UnitOfWork,
  { enrollmentId, answer }: AnswerPause,
): Promise<Result<Done<PauseAnswered>, AccessRefusal | PlanRefusal | LivingRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const before = await findEnrollment(tx, organizationId, enrollmentId)
  if (!before || before.accountId !== accountId) return refuse({ code: 'no-enrollment', name: null })
  if (before.state !== 'paused') return refuse({ code: 'enrollment-already', state: before.state })
  const today = localDayAt(now, zone)
  if (answer === 'longer') {
    const kept = await findPause(tx, organizationId, enrollmentId)
    const pause = { reason: kept?.reason ?? ('other' as const), untilOn: addDays(today, 7) }
    await upsertPause(tx, before, { ...pause, askAt: askAtOf(pause, zone) }, now)
    return ok({ value: { enrollment: before, answer, untilOn: pause.untilOn }, events: [] })
  }
  const after = await resumeEnrollment({ tx, now }, before, answer, today)
  return ok({
    value: { enrollment: after, answer, untilOn: null },
    events: [enrollmentEvent('enrollment.resumed', before, after, accountId)],
  })
}

const AT_ONCE = 200

export async function listPausesOver({ db, businessNow }: Pick<Engine, 'db' | 'businessNow'>) {
  return listPausesDue(db, businessNow(), AT_ONCE)
}

/** Asks the athlete once how to go on; only of a plan that still waits. */
export async function askHowToGoOn(
  { tx, actor, now }: UnitOfWork,
  enrollmentId: string,
): Promise<Result<Done<boolean>, { code: 'change-unknown' }>> {
  const { organizationId } = actor
  if (!organizationId || !(await takePauseTurn(tx, organizationId, enrollmentId, now))) {
    return refuse({ code: 'change-unknown' })
  }
  const enrollment = await findEnrollment(tx, organizationId, enrollmentId)
  const events: DomainEvent[] =
    enrollment?.state !== 'paused'
      ? []
      : [
          {
            type: 'pause.over',
            organizationId,
            target: { kind: 'enrollment', id: enrollmentId },
            subjectId: enrollment.accountId,
            isVisibleToSubject: true,
            before: null,
            after: {
              enrollmentId,
              athleteId: enrollment.accountId,
              title: enrollment.title,
              askedAt: now,
            },
          },
        ]
  return ok({ value: events.length > 0, events })
}
