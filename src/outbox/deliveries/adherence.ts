import { z } from 'zod'
import type { AdherenceChart } from '#charts/chart.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { type GroupWeek, isOnPlan } from '#domain/plan/matching/group-week.ts'
import type { AccountId, GroupId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { findGroup } from '#store/group-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { readGroupWeek } from '#usecases/plan/adherence/group-week.ts'
import { availabilityWeek } from '#usecases/plan/availability/own-availability.ts'
import { availabilityForm } from '#views/availability.ts'
import { groupWeekPictured } from '#views/group-week.ts'
import { delivery } from './delivery.ts'

/** A group's week as a picture, to the coach who asked, as it stands and as they may see it when it is sent. */
export const adherencePictureDelivery = delivery({
  kind: 'adherence-picture',
  payload: z.object({ groupId: z.string(), weekOn: z.string(), askedBy: z.string() }),
  async draw({ db, organizationId, now }, { groupId, weekOn, askedBy }) {
    const group = await findGroup(db, organizationId, groupId as GroupId)
    const coach = await findClubMember(db, organizationId, { accountId: askedBy })
    const isCoach = coach?.roles.has('head-coach') || coach?.roles.has('assistant-coach')
    if (!group || !coach || !isCoach || coach.status !== 'active') return 'skip'
    const week = await readGroupWeek(db, group, coach, localDay(weekOn), now)
    return {
      kind: 'rich-post',
      chart: adherenceChartOf(week),
      message: extras => groupWeekPictured(week, extras.chartFileId),
    }
  },
})

/** More rows than this cannot be read on a phone; the list has everybody. */
const MOST_ROWS = 30

export function adherenceChartOf(week: GroupWeek): AdherenceChart | null {
  const athletes = week.athletes.filter(isOnPlan)
  if (athletes.length === 0) return null
  const { full, part, missed } = week.totals
  const more = athletes.length > MOST_ROWS ? ` · ${MOST_ROWS} of ${athletes.length} athletes` : ''
  return {
    kind: 'adherence',
    title: week.groupName,
    subtitle: `Plan kept · ${rangeInWords({ from: week.from, to: addDays(week.from, 6) })} · ${full} of ${full + part + missed} done${more}`,
    columns: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    rows: athletes.slice(0, MOST_ROWS).map(({ name, marks, percent }) => ({
      name,
      cells: marks.map(mark => (mark === 'ran-on-rest' ? 'extra' : mark)),
      label: percent === null ? '' : `${percent} %`,
    })),
  }
}

/** The question when somebody can train; nothing once the week has begun or they answered meanwhile. */
export const availabilityDelivery = delivery({
  kind: 'availability',
  payload: z.object({ athleteId: z.string(), weekOn: z.string() }),
  async draw({ db, organizationId, now }, { athleteId, weekOn }) {
    const accountId = athleteId as AccountId
    const { zone } = await findRest(db, organizationId, accountId)
    const today = localDayAt(now, zone)
    const week = await availabilityWeek(db, organizationId, accountId, localDay(weekOn), today)
    if (week.isOver || week.days.length === 7) return 'skip'
    return { kind: 'post', message: availabilityForm(week, true) }
  },
})

export const adherenceDeliveries = [adherencePictureDelivery, availabilityDelivery]
