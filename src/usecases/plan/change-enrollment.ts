import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import type { CoachRefusal, MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { type Enrollment, resumed } from '#domain/plan/template/enrollment.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isAssigned } from '#store/coach-store.ts'
import { listEnrollmentsOf, updateEnrollment } from '#store/enrollment-store.ts'
import { type NamedMember, requireClubMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { enrollmentEvent } from './enroll.ts'

export type ChangeEnrollment = {
  deed: 'pause' | 'resume' | 'end'
  /** Null for one's own. */
  athlete: NamedMember | null
  /** Null where there is only one it can be. */
  title: string | null
}
export type EnrollmentChanged = {
  deed: ChangeEnrollment['deed']
  name: string
  isOwn: boolean
  enrollment: Enrollment
}

/**
 * Pauses a plan from today, goes on with it, or ends it; what is done and what was planned before today stays. Athletes
 * do it themselves, coaches for those in their care.
 */
export async function changeEnrollment(
  { tx, actor, now }: UnitOfWork,
  { deed, athlete, title }: ChangeEnrollment,
): Promise<
  Result<
    Done<EnrollmentChanged>,
    AccessRefusal | MembershipRefusal | CoachRefusal | MemberRefusal | PlanRefusal
  >
> {
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
  const today = localDayAt(now, asker.value.zone)
  const running = await listEnrollmentsOf(tx, organizationId, [accountId], addDays(today, -7))
  const named = title === null ? running : running.filter(each => nameKey(each.title) === nameKey(title))
  const [enrollment, second] = named.length > 1 ? named.filter(each => fits(each, deed)) : named
  if (!enrollment) return refuse({ code: 'no-enrollment', name: isOwn ? null : name })
  if (second) return refuse({ code: 'which-enrollment', titles: named.map(each => each.title) })
  if (!fits(enrollment, deed)) return refuse({ code: 'enrollment-already', state: enrollment.state })
  const after: Enrollment =
    deed === 'resume'
      ? resumed(enrollment, today, now)
      : { ...enrollment, state: deed === 'pause' ? 'paused' : 'ended', stateOn: today, updatedAt: now }
  await updateEnrollment(tx, after)
  const type = (
    { pause: 'enrollment.paused', resume: 'enrollment.resumed', end: 'enrollment.ended' } as const
  )[deed]
  return ok({
    value: { deed, name, isOwn, enrollment: after },
    events: [enrollmentEvent(type, enrollment, after, byId)],
  })
}

function fits({ state }: Enrollment, deed: ChangeEnrollment['deed']): boolean {
  if (deed === 'pause') return state === 'active'
  return deed === 'resume' ? state === 'paused' : state !== 'ended'
}
