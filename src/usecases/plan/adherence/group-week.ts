import type { Visibility } from '#domain/activity/activity.ts'
import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, type Coach, requireCoach } from '#domain/organization/policy.ts'
import {
  athleteWeek,
  type GroupWeek,
  isOnPlan,
  totalsOf,
  worstFirst,
} from '#domain/plan/matching/group-week.ts'
import { mayShow } from '#domain/privacy/may-show.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { type GroupAthlete, listGroupAthletes } from '#store/read/group-athletes-read.ts'
import type { UnitOfReading } from '../../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../../group/resolve-group.ts'
import { readAdherence } from '../read-adherence.ts'

export type GroupWeekWanted = WhichGroup & {
  /** Any day of the week; null for the present one. */
  on: LocalDay | null
  /** So many weeks from there, such as -1 for the one before. */
  weeks: number
}

/** How a group kept to its plans in a week, for one coach: of each athlete what that coach may see. */
export async function groupWeek(
  { db, actor, now }: UnitOfReading,
  wanted: GroupWeekWanted,
): Promise<Result<GroupWeek, AccessRefusal | GroupRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const found = await resolveWhichGroup(db, actor, wanted)
  if (!found.ok) return found
  const day = wanted.on ?? localDayAt(now, coach.value.zone)
  const from = addDays(mondayOf(day), 7 * wanted.weeks)
  return ok(await readGroupWeek(db, found.value, coach.value, from, now))
}

/** The same for whoever was a coach when they asked for it. */
export async function readGroupWeek(
  db: Reading,
  group: Group,
  coach: Pick<Coach, 'accountId' | 'roles'>,
  from: LocalDay,
  now: Instant,
): Promise<GroupWeek> {
  const { organizationId } = group
  const athletes = await listGroupAthletes(db, organizationId, group.id, coach.accountId)
  const isHead = coach.roles.has('head-coach')
  const byId = new Map(athletes.map(athlete => [athlete.accountId, athlete]))
  const sees = (accountId: AccountId, visibility: Visibility) => {
    const athlete = byId.get(accountId)
    return athlete !== undefined && seesOf(athlete, isHead, coach.accountId, visibility)
  }
  const shown = athletes.filter(({ accountId }) => sees(accountId, 'share'))
  const judged = await readAdherence(db, {
    organizationId,
    accountIds: shown.map(({ accountId }) => accountId),
    from,
    to: addDays(from, 6),
    now,
    sees,
  })
  const rows = athletes.map(({ accountId, name }) =>
    athleteWeek({ accountId, name, isHidden: !sees(accountId, 'share') }, judged.get(accountId) ?? []),
  )
  return {
    groupId: group.id,
    groupName: group.name,
    from,
    athletes: worstFirst(rows),
    totals: totalsOf(judged.values(), rows.filter(isOnPlan).length),
  }
}

function seesOf(athlete: GroupAthlete, isHead: boolean, coachId: AccountId, visibility: Visibility): boolean {
  if (athlete.accountId === coachId) return true
  return mayShow(
    { kind: 'activity', visibility, source: 'owned', athlete: { ...athlete, hasAnswered: true } },
    { relation: isHead || athlete.isAssigned ? 'coach' : 'other-coach', isSuspended: false },
    'private',
  )
}
