import type { ColumnsChart } from '#charts/chart.ts'
import { kmOf, milesOf } from '#domain/activity/units.ts'
import type { DistanceTrend } from '#domain/roster/distance-trend.ts'
import type { AccountId } from '#kernel/ids.ts'
import { distanceTrend } from '#usecases/roster/distance-trend.ts'
import { trendPictured, trendSubtitle, trendTitle } from '#views/distance-trend.ts'
import { dayText } from '#views/figures.ts'
import type { Drawing, DrawingDeps } from './delivery.ts'

/** An athlete's weeks as a chart, as whoever asked may see them when it is sent. */
export async function drawTrend(
  { db, organizationId, now }: DrawingDeps,
  { athleteId, askedBy }: { athleteId: string; askedBy: string },
): Promise<Drawing> {
  const who = { athleteId: athleteId as AccountId, viewerId: askedBy as AccountId }
  const trend = await distanceTrend(db, organizationId, who, now)
  if (!trend) return 'skip'
  return {
    kind: 'rich-post',
    chart: trend.weeks.some(week => week.distanceCm > 0) ? chartOf(trend) : null,
    message: extras => trendPictured(trend, extras.chartFileId),
  }
}

function chartOf(trend: DistanceTrend): ColumnsChart {
  const far = trend.units === 'mi' ? milesOf : kmOf
  return {
    kind: 'columns',
    title: trendTitle(trend),
    subtitle: trendSubtitle(trend),
    columns: trend.weeks.map(({ from, distanceCm }) => {
      const [, day = '', month = ''] = dayText(from).split(' ')
      const value = far(distanceCm)
      return { lines: [day, month], value, valueLabel: distanceCm === 0 ? '' : value.toFixed(1) }
    }),
  }
}
