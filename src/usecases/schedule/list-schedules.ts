import { requireBoardPoster } from '#domain/group/board-poster.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { ScheduleCard } from '#domain/schedule/schedule-card.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { listLiveSchedules } from '#store/schedule-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { listVisibleGroups } from '../group/resolve-group.ts'
import { scheduleCardOf } from './schedule-card-of.ts'

/** The schedules that the asker may change: for coaches all, for an owner those of their groups. */
export async function listSchedules(
  { db, actor, now }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<ScheduleCard[], AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId } = member.value
  const groups = (await listVisibleGroups(db, actor)).filter(group => requireBoardPoster(actor, group).ok)
  const names = new Map(groups.map(group => [group.id, group.name]))
  const schedules = await listLiveSchedules(db, organizationId)
  const accounts = await listAccounts(
    db,
    organizationId,
    schedules.map(schedule => schedule.setBy),
  )
  const { zone } = await getOrganization(db, organizationId)
  return ok(
    schedules.flatMap(schedule => {
      const group = names.get(schedule.groupId)
      if (group === undefined) return []
      const setBy = accounts.get(schedule.setBy)?.displayName ?? 'somebody who left'
      return [scheduleCardOf(schedule, { group, setBy }, now, zone)]
    }),
  )
}
