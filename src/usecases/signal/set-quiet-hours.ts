import { type QuietHours, quietHoursOf } from '#domain/calendar/quiet-hours.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findRest, type Rest, upsertQuietHours } from '#store/quiet-hours-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** Null times are none: anything may arrive at any time. */
export type SetQuietHours = { from: string; to: string } | null
export type QuietHoursSet = { hours: QuietHours | null; zone: Zone }

export async function showQuietHours({ db, actor }: UnitOfReading): Promise<Result<Rest, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  return ok(await findRest(db, member.value.organizationId, member.value.accountId))
}

/** Somebody says when nothing that Astral sends by itself may arrive. */
export async function setQuietHours(
  { tx, actor, now }: UnitOfWork,
  input: SetQuietHours,
): Promise<Result<Done<QuietHoursSet>, AccessRefusal | SignalRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const hours = input === null ? null : quietHoursOf(input.from, input.to)
  if (hours === undefined) return refuse({ code: 'quiet-hours-wrong' })
  const before = await findRest(tx, organizationId, accountId)
  const isSame = before.quietHours?.from === hours?.from && before.quietHours?.to === hours?.to
  if (!isSame) await upsertQuietHours(tx, organizationId, accountId, hours, now)
  return ok({
    value: { hours, zone: before.zone },
    events: isSame
      ? []
      : [
          {
            type: 'quiet-hours.changed',
            organizationId,
            target: { kind: 'profile', id: accountId },
            subjectId: accountId,
            isVisibleToSubject: true,
            before: { hours: before.quietHours },
            after: { hours },
          },
        ],
  })
}
