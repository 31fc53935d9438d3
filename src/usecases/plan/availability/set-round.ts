import type { Weekday } from '#domain/calendar/weekday.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { AvailabilityRound } from '#domain/plan/availability/availability.ts'
import type { AvailabilityEvent } from '#domain/plan/availability/availability-event.ts'
import type { AvailabilityRefusal } from '#domain/plan/availability/availability-refusal.ts'
import type { LocalTime, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteRound, findRound, upsertRound } from '#store/availability-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../../perform.ts'

export type SetRound = {
  groupName: string
  /** Null ends it. */
  turn: { weekday: Weekday; time: LocalTime } | null
}
export type RoundSet = { groupName: string; turn: SetRound['turn']; zone: Zone }

/** A coach says when the athletes of a group are asked each week on which days of the next they can train. */
export async function setRound(
  { tx, actor, now }: UnitOfWork,
  { groupName, turn }: SetRound,
): Promise<Result<Done<RoundSet>, AccessRefusal | GroupRefusal | AvailabilityRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const found = await resolveGroup(tx, actor, groupName)
  if (!found.ok) return found
  const group = found.value
  const { organizationId, accountId } = coach.value
  const { zone } = await getOrganization(tx, organizationId)
  const before = await findRound(tx, organizationId, group.id)
  if (turn === null && !before) return refuse({ code: 'availability-not-asked', name: group.name })
  const after: AvailabilityRound | null = turn && {
    ...turn,
    zone,
    groupId: group.id,
    organizationId,
    activeFrom: now,
    lastTurnAt: before?.lastTurnAt ?? null,
    setBy: accountId,
  }
  if (after) await upsertRound(tx, after, now)
  else await deleteRound(tx, organizationId, group.id)
  const event: AvailabilityEvent = {
    type: after ? 'availability.round-set' : 'availability.round-ended',
    organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: before ? dataOf(before) : null,
    after: after ? dataOf(after) : null,
  }
  return ok({ value: { groupName: group.name, turn, zone }, events: [event] })
}

function dataOf({ groupId, weekday, time, zone }: AvailabilityRound) {
  return { groupId, weekday, time, zone }
}
