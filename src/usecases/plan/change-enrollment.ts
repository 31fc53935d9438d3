import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import type { CoachRefusal, MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import { askAtOf, type Pause, type ResumeWay } from '#domain/plan/living/pause.ts'
import { type Enrollment, ended } from '#domain/plan/template/enrollment.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isAssigned } from '#store/coach-store.ts'
import { listEnrollmentsOf, updateEnrollment } from '#store/enrollment-store.ts'
import { deletePause, upsertPause } from '#store/pause-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { type NamedMember, requireClubMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { enrollmentEvent } from './enroll.ts'
import { resumeEnrollment } from './living/resume-plan.ts'

export type ChangeEnrollment = {
  deed: 'pause' | 'resume' | 'end'
  /** Null for one's own. */
  athlete: NamedMember | null
  /** Null where there is only one it can be. */
  title: string | null
  /** Why and until when it is paused. */
  pause?: Pause
  /** How it goes on; it has to be said where a race is counted back to. */
  way?: ResumeWay
}
export type EnrollmentChanged = {
  deed: ChangeEnrollment['deed']
  name: string
  isOwn: boolean
  enrollment: Enrollment
  /** When the athlete is asked how to go on. */
  untilOn: LocalDay | null
}

/**
 * Pauses a plan from today, goes on with it, or ends it; what is done and what was planned before today stays. Athletes
 * do it themselves, coaches for those in their care.
 */
export async function changeEnrollment(
  unit: UnitOfWork,
  { deed, athlete, title, pause, way }: ChangeEnrollment,
): Promise<
  Result<
    Done<EnrollmentChanged>,
    AccessRefusal | MembershipRefusal | CoachRefusal | MemberRefusal | PlanRefusal | LivingRefusal
  >
> {
  const { tx, actor, now } = unit
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId: byId } = asker.value
  const found = await requireClubMember(tx, organizationId, athlete ?? { accountId: byId })
  if (!found.ok) return found
  const { accountId, displayName: name } = found.value
  const isOwn = accountId === byId
  const allowed = may(actor, 'plan.live', {
    isOwn,
    isAssigned: await isAssigned(tx, organizationId, byId, accountId),
  })
  if (!allowed.ok) {
    return allowed.refusal.code === 'only-if'
      ? refuse({ code: 'not-your-athlete', name })
      : (allowed as never)
  }
  // Plans go by the athlete's own days, wherever their coach is.
  const { zone } = await findRest(tx, organizationId, accountId)
  const today = localDayAt(now, zone)
  const running = await listEnrollmentsOf(tx, organizationId, [accountId], addDays(today, -7))
  const named = title === null ? running : running.filter(each => nameKey(each.title) === nameKey(title))
  const [enrollment, second] = named.length > 1 ? named.filter(each => fits(each, deed)) : named
  if (!enrollment) return refuse({ code: 'no-enrollment', name: isOwn ? null : name })
  // Two of the same plan cannot be told apart by their titles: then it is the one that began first.
  if (second && new Set(named.map(each => nameKey(each.title))).size > 1) {
    return refuse({ code: 'which-enrollment', titles: named.map(each => each.title) })
  }
  if (!fits(enrollment, deed)) return refuse({ code: 'enrollment-already', state: enrollment.state })
  const untilOn = deed === 'pause' ? (pause?.untilOn ?? null) : null
  if (untilOn !== null && untilOn <= today) return refuse({ code: 'pause-until-wrong', on: today })
  if (deed === 'resume' && enrollment.raceOn !== null && !way) {
    return refuse({ code: 'resume-way-missing', title: enrollment.title, raceOn: enrollment.raceOn })
  }
  const after =
    deed === 'resume'
      ? await resumeEnrollment(unit, enrollment, way ?? 'shift', today)
      : await stopEnrollment(unit, enrollment, deed, today)
  if (deed === 'pause') {
    const kept = { reason: pause?.reason ?? 'other', untilOn } as const
    await upsertPause(tx, after, { ...kept, askAt: askAtOf(kept, zone) }, now)
  }
  const type = (
    { pause: 'enrollment.paused', resume: 'enrollment.resumed', end: 'enrollment.ended' } as const
  )[deed]
  return ok({
    value: { deed, name, isOwn, enrollment: after, untilOn },
    events: [enrollmentEvent(type, enrollment, after, byId)],
  })
}

function fits({ state }: Enrollment, deed: ChangeEnrollment['deed']): boolean {
  if (deed === 'pause') return state === 'active'
  return deed === 'resume' ? state === 'paused' : state !== 'ended'
}

async function stopEnrollment(
  { tx, now }: UnitOfWork,
  enrollment: Enrollment,
  deed: 'pause' | 'end',
  today: LocalDay,
): Promise<Enrollment> {
  const after: Enrollment =
    deed === 'pause'
      ? { ...enrollment, state: 'paused', stateOn: today, updatedAt: now }
      : ended(enrollment, today, now)
  if (deed === 'end') await deletePause(tx, enrollment.organizationId, enrollment.id)
  await updateEnrollment(tx, after)
  return after
}
