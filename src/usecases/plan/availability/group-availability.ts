import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { weekAskedOn } from '#domain/plan/availability/availability.ts'
import type { GroupAvailability } from '#domain/plan/availability/group-availability.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findRound, listAvailability, listUnanswered } from '#store/availability-store.ts'
import { listGroupAthletes } from '#store/read/group-athletes-read.ts'
import type { UnitOfReading } from '../../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../../group/resolve-group.ts'

/** When the athletes of a group can train, the next week unless another is named; who answered first. */
export async function groupAvailability(
  { db, actor, now }: UnitOfReading,
  wanted: WhichGroup & { on: LocalDay | null },
): Promise<Result<GroupAvailability, AccessRefusal | GroupRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const found = await resolveWhichGroup(db, actor, wanted)
  if (!found.ok) return found
  const group = found.value
  const { organizationId, accountId, zone } = coach.value
  const weekOn = wanted.on === null ? weekAskedOn(localDayAt(now, zone)) : mondayOf(wanted.on)
  const athletes = await listGroupAthletes(db, organizationId, group.id, accountId)
  const ids = athletes.map(athlete => athlete.accountId)
  const answers = await listAvailability(db, organizationId, ids, weekOn)
  const awaited = await listUnanswered(db, organizationId, weekOn)
  const rows = athletes.map(athlete => ({
    name: athlete.name,
    days: answers.get(athlete.accountId) ?? [],
    isAwaited: awaited.has(athlete.accountId),
  }))
  const round = await findRound(db, organizationId, group.id)
  return ok({
    groupId: group.id,
    groupName: group.name,
    weekOn,
    athletes: [
      ...rows.filter(({ days }) => days.length > 0),
      ...rows.filter(({ days }) => days.length === 0),
    ],
    round: round ? { weekday: round.weekday, time: round.time, zone: round.zone } : null,
  })
}
