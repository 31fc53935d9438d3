import { localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import { requireMember } from '#domain/organization/policy.ts'
import type { PictureAsked } from '#domain/plan/living/picture-asked.ts'
import type { SessionKey } from '#domain/plan/living/session-edit.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { type AthleteKey, findVdotOn } from '#store/vdot-store.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { requireWorkout } from '../../workout/require-workout.ts'
import { findSession } from './move-session.ts'
import { planReader, type ReaderRefusal } from './plan-reader.ts'

export type AskForWorkoutPicture = { athlete: NamedMember | null; key: SessionKey } | { workoutId: string }

/** Somebody wants a session, or a workout of the library, as a picture: it comes in their direct message. */
export async function askForWorkoutPicture(
  { tx, actor, now, newId }: UnitOfWork,
  input: AskForWorkoutPicture,
): Promise<Result<Done<null>, ReaderRefusal | WorkoutRefusal>> {
  const me = requireMember(actor)
  if (!me.ok) return me
  const { organizationId, accountId, zone } = me.value
  const profile = await findAthleteProfile(tx, organizationId, accountId)
  const base = { pictureId: newId<string>(), askedBy: accountId, units: profile?.units ?? ('km' as const) }
  const vdotOf = async (who: AthleteKey, day: Parameters<typeof findVdotOn>[2]) =>
    (await findVdotOn(tx, who, day))?.vdotMilli ?? null
  if ('workoutId' in input) {
    const found = await requireWorkout(tx, actor, input)
    if (!found.ok) return found
    const { title, text } = found.value
    const vdotMilli = await vdotOf({ organizationId, athleteId: accountId }, localDayAt(now, zone))
    return ok({ value: null, events: [asked({ ...base, title, on: null, text, note: '', vdotMilli })] })
  }
  const reader = await planReader(tx, actor, input.athlete)
  if (!reader.ok) return reader
  const owner = reader.value
  const today = localDayAt(now, owner.zone)
  const session = await findSession(tx, owner, today, input.key)
  if (!session) return refuse({ code: 'session-gone' })
  const { on, text, note } = session
  const vdotMilli = owner.sees('pace', 'share')
    ? await vdotOf({ organizationId, athleteId: owner.accountId }, today)
    : null
  const title = session.title ?? text
  return ok({ value: null, events: [asked({ ...base, title, on, text, note, vdotMilli })] })

  function asked(after: PictureAsked): DomainEvent {
    return {
      type: 'workout.picture-asked',
      organizationId,
      target: { kind: 'picture', id: after.pictureId },
      subjectId: accountId,
      isVisibleToSubject: true,
      before: null,
      after,
    }
  }
}
