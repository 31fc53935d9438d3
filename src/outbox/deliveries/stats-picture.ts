import { z } from 'zod'
import type { ColumnsChart, LeaderboardChart } from '#charts/chart.ts'
import { kmOf } from '#domain/activity/units.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { sumScope } from '#domain/privacy/sum-scope.ts'
import type { Comparison, GroupStats } from '#domain/ranking/group-stats.ts'
import type { GroupId } from '#kernel/ids.ts'
import { type LocalDay, localDay, zone } from '#kernel/instant.ts'
import { findGroup, listGroups } from '#store/group-store.ts'
import { readComparison } from '#usecases/stats/compare-groups.ts'
import { readGroupStats } from '#usecases/stats/read-group-stats.ts'
import { dayText } from '#views/figures.ts'
import { comparisonTitle, engagementOf, MOST_DAYS, weeksOf } from '#views/stats.ts'
import { comparisonPictured, statsPictured } from '#views/stats-picture.ts'
import { delivery } from './delivery.ts'
import { drawTrend } from './distance-trend.ts'
import { drawGroupWeeks } from './group-weeks.ts'
import { drawLoadHistory } from './load-history.ts'
import { pictureOf } from './picture-of.ts'

const groups = z.object({
  groupId: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  readBy: z.enum(['coach', 'group']),
})
const athlete = z.object({ athleteId: z.string(), askedBy: z.string() })
const loads = z.object({ loadOf: z.string(), askedBy: z.string() })
const members = z.object({ weeksOf: z.string(), until: z.string(), zone: z.string(), askedBy: z.string() })

/** More groups than this cannot be read in one picture; the words have more of them. */
const MOST_GROUPS = 30

/** Stats as a chart, to whoever asked, as they stand when it is sent. */
export const statsPictureDelivery = delivery({
  kind: 'stats-picture',
  payload: z.union([groups, athlete, loads, members]),
  async draw(deps, asked) {
    if ('athleteId' in asked) return drawTrend(deps, asked)
    if ('loadOf' in asked) return drawLoadHistory(deps, asked)
    if ('weeksOf' in asked) return drawGroupWeeks(deps, asked)
    const { db, organizationId } = deps
    const place = { range: { from: localDay(asked.from), to: localDay(asked.to) }, zone: zone(asked.zone) }
    if (asked.groupId === null) {
      const all = await listGroups(db, organizationId)
      const comparison = await readComparison(db, {
        organizationId,
        groups: all,
        ...place,
        isForChannel: false,
      })
      const chart = comparisonChart(comparison)
      return {
        kind: 'rich-post',
        chart,
        message: extras => comparisonPictured(comparison, pictureOf(chart, extras)),
      }
    }
    const group = await findGroup(db, organizationId, asked.groupId as GroupId)
    if (!group) return 'skip'
    const stats = await readGroupStats(db, { group, ...place, scope: sumScope(asked.readBy, 'private') })
    const chart = statsChart(stats)
    return { kind: 'rich-post', chart, message: extras => statsPictured(stats, pictureOf(chart, extras)) }
  },
})

export function comparisonChart(comparison: Comparison): LeaderboardChart | null {
  const groups = comparison.groups.filter(({ sums }) => sums.distanceCm > 0).slice(0, MOST_GROUPS)
  if (groups.length === 0) return null
  return {
    kind: 'leaderboard',
    title: comparisonTitle(comparison),
    subtitle: 'Kilometres, and the share of members who ran',
    bars: groups.map(({ groupName, sums }, index) => ({
      name: groupName,
      value: sums.distanceCm,
      label: `${kmOf(sums.distanceCm).toFixed(1)} · ${engagementOf(sums)} %`,
      rank: index + 1,
    })),
  }
}

function statsChart(stats: GroupStats): ColumnsChart {
  const isByDay = stats.days.length <= MOST_DAYS
  const rows = isByDay
    ? stats.days.map(day => ({ on: day.on, sums: day }))
    : weeksOf(stats.days).map(week => ({ on: week.from, sums: week.sums }))
  return {
    kind: 'columns',
    title: stats.groupName,
    subtitle: `Kilometres a ${isByDay ? 'day' : 'week'} · ${rangeInWords(stats.range)}`,
    columns: rows.map(({ on, sums }) => ({
      lines: columnLines(on, isByDay),
      value: kmOf(sums.distanceCm),
      valueLabel:
        sums.distanceCm === 0 ? '' : kmOf(sums.distanceCm).toFixed(sums.distanceCm < 1_000_000 ? 1 : 0),
    })),
  }
}

/** `Fri` over `20 Nov` for a day, `16` over `Nov` for the week that begins then. */
function columnLines(on: LocalDay, isByDay: boolean): string[] {
  const [weekday = '', day = '', month = ''] = dayText(on).split(' ')
  return isByDay ? [weekday, `${day} ${month}`] : [day, month]
}
