import { isQuietAt } from '#domain/calendar/quiet-hours.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import { nextTurnAt, OFFERED_HOURS, type SessionHour } from '#domain/plan/living/session-hour.ts'
import { isLocalTime, type LocalTime, type Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { findSessionHour, upsertSessionHour } from '#store/session-hour-store.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { Done, UnitOfWork } from '../../perform.ts'

export type OwnHour = {
  hour: SessionHour
  zone: Zone
  /** Quiet hours hold it back until then; null where they do not. */
  heldUntil: LocalTime | null
}

/** When somebody's session is sent to them; off where they were never asked. */
export async function showSessionHour({ db, actor }: UnitOfReading): Promise<Result<OwnHour, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const kept = await findSessionHour(db, organizationId, accountId)
  const hour: SessionHour = kept ?? { isOn: false, ...OFFERED_HOURS[0], onRestDays: false }
  const { quietHours } = await findRest(db, organizationId, accountId)
  return ok({ hour, zone, heldUntil: heldUntil(hour, quietHours) })
}

export type SetSessionHour = {
  isOn: boolean
  time: string
  isEveningBefore: boolean
  /** Left out, it stays as it was. */
  onRestDays?: boolean
}

/** Somebody says when their session is to be sent to them, or that it is not. */
export async function setSessionHour(
  { tx, actor, now }: UnitOfWork,
  input: SetSessionHour,
): Promise<Result<Done<OwnHour>, AccessRefusal | LivingRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const { time } = input
  if (!isLocalTime(time)) return refuse({ code: 'session-time-wrong', text: time })
  const before = await findSessionHour(tx, organizationId, accountId)
  const hour: SessionHour = {
    isOn: input.isOn,
    time,
    isEveningBefore: input.isEveningBefore,
    onRestDays: input.onRestDays ?? before?.onRestDays ?? false,
  }
  await upsertSessionHour(tx, { organizationId, accountId, zone }, hour, nextTurnAt(hour, zone, now), now)
  const { quietHours } = await findRest(tx, organizationId, accountId)
  return ok({
    value: { hour, zone, heldUntil: heldUntil(hour, quietHours) },
    events: [
      {
        type: 'session-hour.set',
        organizationId,
        target: { kind: 'profile', id: accountId },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: before ? hourOf(before) : null,
        after: hour,
      },
    ],
  })
}

function hourOf({ isOn, time, isEveningBefore, onRestDays }: SessionHour): SessionHour {
  return { isOn, time, isEveningBefore, onRestDays }
}

function heldUntil(hour: SessionHour, quiet: Parameters<typeof isQuietAt>[1] | null): LocalTime | null {
  return hour.isOn && quiet !== null && isQuietAt(hour.time, quiet) ? quiet.to : null
}
