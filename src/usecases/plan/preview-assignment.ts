import { addDays, daysBetween, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import {
  type AssignmentPreview,
  type AthleteConcern,
  LATELY_DAYS,
  LONGEST_GROWTH,
} from '#domain/plan/template/assignment.ts'
import { lintPlan } from '#domain/plan/template/lint-plan.ts'
import { measureWeek } from '#domain/plan/template/measure-week.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { type Aligned, alignStart, type PlanStart } from '#domain/plan/template/start-day.ts'
import { mayShow, type ShownItem } from '#domain/privacy/may-show.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAvailability } from '#store/availability-store.ts'
import type { Reading } from '#store/db.ts'
import { listEnrollmentsOf } from '#store/enrollment-store.ts'
import { listPlanWeeks } from '#store/plan-store.ts'
import { listPrivacySwitches } from '#store/privacy-store.ts'
import { listGoalRaces, listLongestRuns } from '#store/read/plan-athlete-read.ts'
import type { UnitOfReading } from '../ask.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import { type AthletesRefusal, athletesForPlan, type PlanAthlete } from './athletes-for-plan.ts'
import { resolveOwnPlan } from './resolve-plan.ts'

export type PreviewAssignment = {
  planId: string
  athletes: readonly NamedMember[]
  groupId: string | null
  start: PlanStart
}

/** Who would get the plan from when, who is on one already, and what a careful coach would look at. Writes nothing. */
export async function previewAssignment(
  { db, actor, now }: UnitOfReading,
  input: PreviewAssignment,
): Promise<Result<AssignmentPreview, AthletesRefusal>> {
  const found = await resolveOwnPlan(db, actor, input)
  if (!found.ok) return found
  const plan = found.value
  const who = await athletesForPlan(db, actor, input)
  if (!who.ok) return who
  const { coach, group, athletes, leftOut } = who.value
  const today = localDayAt(now, coach.zone)
  const aligned = alignStart(input.start, plan.weeks, today)
  if (!aligned.ok) return aligned
  const weeks = await listPlanWeeks(db, plan.organizationId, plan.versionId)
  const ids = athletes.map(athlete => athlete.accountId)
  const present = await listEnrollmentsOf(db, plan.organizationId, ids, aligned.value.firstOn)
  const since = startOfDay(addDays(today, -LATELY_DAYS), coach.zone)
  const concerns = await concernsOf(db, plan.organizationId, athletes, weeks, aligned.value, since)
  const firstWeek = mondayOf(aligned.value.firstOn)
  const availability = await listAvailability(db, plan.organizationId, ids, firstWeek)
  return ok({
    plan,
    aligned: aligned.value,
    groupName: group?.name ?? null,
    leftOut,
    concerns: lintPlan(weeks, plan.level).filter(concern => concern.code === 'hard-days-in-a-row'),
    athletes: athletes.map(({ accountId, name }) => ({
      accountId,
      name,
      conflicts: present
        .filter(each => each.accountId === accountId && each.startOn <= aligned.value.lastOn)
        .map(each => each.title),
      concerns: concerns.get(accountId) ?? [],
      availability: availability.get(accountId) ?? [],
    })),
  })
}

/** What the coach may see of each athlete decides what can be said. */
async function concernsOf(
  db: Reading,
  organizationId: OrganizationId,
  athletes: readonly PlanAthlete[],
  weeks: PlanWeeks,
  aligned: Aligned,
  since: Instant,
): Promise<Map<string, AthleteConcern[]>> {
  const ids = athletes.map(athlete => athlete.accountId)
  const switches = await listPrivacySwitches(db, organizationId, ids)
  const runs = Map.groupBy(await listLongestRuns(db, organizationId, ids, since), run => run.accountId)
  const races = await listGoalRaces(db, organizationId, ids, aligned.firstOn, aligned.lastOn)
  const plannedCm = weeks[0] ? measureWeek(weeks[0]).longestCm : 0
  const found = new Map<string, AthleteConcern[]>()
  for (const { accountId, status } of athletes) {
    const own = switches.get(accountId)
    if (!own) continue
    const sees = (item: Pick<ShownItem, 'kind' | 'visibility' | 'source'>) =>
      mayShow(
        { ...item, athlete: { status, hasAnswered: true, sharesWithGroup: true, switches: own } },
        { relation: 'coach', isSuspended: false },
        'private',
      )
    const concerns: AthleteConcern[] = []
    if (plannedCm > 0 && sees({ kind: 'distance-and-time', visibility: 'share', source: 'owned' })) {
      const seen = (runs.get(accountId) ?? []).filter(run =>
        sees({
          kind: 'distance-and-time',
          visibility: run.visibility as ShownItem['visibility'],
          source: run.source === 'strava-api' ? 'strava-api' : 'owned',
        }),
      )
      const longestCm = Math.max(0, ...seen.map(run => run.longestCm))
      if (seen.length === 0) concerns.push({ code: 'no-runs-lately', plannedCm })
      else if (plannedCm > longestCm * LONGEST_GROWTH) {
        concerns.push({ code: 'longer-than-lately', longestCm, plannedCm })
      }
    }
    for (const race of races.filter(each => each.accountId === accountId && each.on !== aligned.raceOn)) {
      const longCm = longRunOn(weeks, daysBetween(aligned.startOn, race.on))
      if (longCm > 0 && sees({ kind: 'race-goal', visibility: 'share', source: 'owned' })) {
        concerns.push({ code: 'race-on-long-day', on: race.on, raceName: race.name, plannedCm: longCm })
      }
    }
    if (concerns.length > 0) found.set(accountId, concerns)
  }
  return found
}

/** The distance of that day when it is the longest of its week, else 0; the plan's own race is no long run. */
function longRunOn(weeks: PlanWeeks, dayIndex: number): number {
  const at = Math.floor(dayIndex / 7)
  const week = weeks[at]
  if (!week || at === weeks.length - 1) return 0
  const measured = measureWeek(week)
  const day = measured.days[dayIndex % 7]
  return day && day.longestCm > 0 && day.longestCm === measured.longestCm ? day.longestCm : 0
}
