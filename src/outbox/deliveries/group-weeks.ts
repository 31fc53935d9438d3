import type { WeeksChart } from '#charts/chart.ts'
import { kmOf, milesOf } from '#domain/activity/units.ts'
import { type GroupWeeks, sumOf } from '#domain/ranking/group-weeks.ts'
import type { AccountId, GroupId } from '#kernel/ids.ts'
import { localDay, zone } from '#kernel/instant.ts'
import { groupWeeks } from '#usecases/stats/group-weeks.ts'
import { totalDistanceText } from '#views/figures.ts'
import {
  groupWeeksPictured,
  groupWeeksSubtitle,
  groupWeeksTitle,
  othersText,
  weekText,
} from '#views/group-weeks.ts'
import type { Drawing, DrawingDeps } from './delivery.ts'
import { pictureOf } from './picture-of.ts'

type Asked = { weeksOf: string; until: string; zone: string; askedBy: string }

/** What the members of a group ran week by week, as whoever asked may see it when it is sent. */
export async function drawGroupWeeks({ db, organizationId }: DrawingDeps, asked: Asked): Promise<Drawing> {
  const shown = await groupWeeks(db, organizationId, {
    groupId: asked.weeksOf as GroupId,
    viewerId: asked.askedBy as AccountId,
    until: localDay(asked.until),
    zone: zone(asked.zone),
  })
  if (!shown) return 'skip'
  const chart = shown.people.length > 0 ? chartOf(shown) : null
  return {
    kind: 'rich-post',
    chart,
    message: extras => groupWeeksPictured(shown, pictureOf(chart, extras)),
  }
}

function chartOf(shown: GroupWeeks): WeeksChart {
  const { weeks, people, rest, units } = shown
  const far = units === 'mi' ? milesOf : kmOf
  const series = [
    ...people.map(person => ({ ...person, isRest: false })),
    ...(rest ? [{ name: othersText(rest.count), distanceCm: rest.distanceCm, isRest: true }] : []),
  ]
  const totalOf = (week: number) => far(series.reduce((sum, each) => sum + (each.distanceCm[week] ?? 0), 0))
  return {
    kind: 'weeks',
    title: groupWeeksTitle(shown),
    subtitle: groupWeeksSubtitle(shown),
    weeks: weeks.map((monday, week) => ({
      lines: weekText(monday).split(' '),
      total: totalOf(week) === 0 ? '–' : totalOf(week).toFixed(totalOf(week) < 100 ? 1 : 0),
    })),
    series: series.map(({ name, distanceCm, isRest }) => ({
      name,
      isRest,
      sum: totalDistanceText(sumOf({ distanceCm }), units),
      values: distanceCm.map(far),
      labels: distanceCm.map(each => far(each).toFixed(1)),
    })),
  }
}
