import type { Button, DataTableBlock, KnownBlock } from '@slack/types'
import { kmOf, milesOf } from '#domain/activity/units.ts'
import { type DayRange, lengthInDays } from '#domain/calendar/day-range.ts'
import { mondayOf } from '#domain/calendar/local-day.ts'
import { dayInWords, rangeInWords } from '#domain/calendar/range-in-words.ts'
import { engagementPercent } from '#domain/ranking/engagement.ts'
import {
  type Comparison,
  type Counted,
  type DaySums,
  type GroupStats,
  type GroupSums,
  trendPercent,
} from '#domain/ranking/group-stats.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, fields, header, section } from './blocks.ts'
import { dayText, durationText, totalDistanceText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { counted } from './score.ts'
import { shorten } from './shorten.ts'

/** Action ids under stats; the values carry the group, the days and the zone. */
export const STATS_ACTIONS = {
  earlier: 'stats-earlier',
  later: 'stats-later',
  picture: 'stats-picture',
  weeksPicture: 'stats-weeks-picture',
  comparisonPicture: 'comparison-picture',
} as const

/** More days than this are summed up by week. */
export const MOST_DAYS = 14
/** A line of a day fits a phone with it. */
const BAR_LENGTH = 8

export type StatsShownOptions = { hasNewer: boolean; valueOf: (range: DayRange) => string; ranges: Turns }
export type Turns = { earlier: DayRange; later: DayRange }

/** A group's sums for the asker alone, with the days before and after one press away. */
export function statsShown(stats: GroupStats, options: StatsShownOptions, units: Units = 'km'): Message {
  const title = `${stats.groupName} · ${rangeInWords(stats.range)}`
  const foot = mrkdwn`${trendInWords(stats)}${countedInWords(stats)} · days by ${stats.zone} · only you see this`
  const lines = inLines(stats, units)
  const figures = figuresOf(stats, units)
  const turns: Button[] = [
    button(STATS_ACTIONS.earlier, '◀ Earlier', options.valueOf(options.ranges.earlier)),
    ...(options.hasNewer
      ? [button(STATS_ACTIONS.later, 'Later ▶', options.valueOf(options.ranges.later))]
      : []),
    ...(stats.sums.activities > 0
      ? [button(STATS_ACTIONS.picture, 'Send me the chart', options.valueOf(stats.range))]
      : []),
    ...(stats.sums.counted > 0
      ? [button(STATS_ACTIONS.weeksPicture, 'Send me the weeks', options.valueOf(stats.range))]
      : []),
  ]
  const blocks: KnownBlock[] = [
    header(title),
    fields(...figures),
    section(lines),
    context(foot),
    actions('stats', ...turns),
  ]
  return { text: joinMrkdwn([mrkdwn`*${title}*`, ...figures, foot], '\n').mrkdwn, blocks }
}

function figuresOf({ sums, before }: GroupStats, units: Units): Mrkdwn[] {
  const trend = (now: number, then: number): string => {
    const percent = trendPercent(now, then)
    if (percent === null || percent === 0) return ''
    return ` (${percent > 0 ? '▲' : '▼'} ${Math.abs(percent)} %)`
  }
  return [
    mrkdwn`*Distance*\n${totalDistanceText(sums.distanceCm, units)}${trend(sums.distanceCm, before.distanceCm)}`,
    mrkdwn`*Activities*\n${counted(sums.activities, 'run')}${trend(sums.activities, before.activities)}`,
    mrkdwn`*Time*\n${durationText(sums.durationMs)}${trend(sums.durationMs, before.durationMs)}`,
    mrkdwn`*Engagement*\n${engagementOf(sums)} %: ${sums.active} of ${counted(sums.counted, 'member')} ran`,
  ]
}

/** What ▲ and ▼ are against. */
function trendInWords({ before, range }: GroupStats): string {
  if (before.activities === 0) return ''
  const days = lengthInDays(range)
  return days === 1 ? '▲▼ against the day before · ' : `▲▼ against the ${days} days before · `
}

export function engagementOf(sums: GroupSums & Counted): number {
  return engagementPercent(sums.active, sums.counted)
}

/** Every day, or for longer ranges every week, as a bar of text. */
function inLines(stats: GroupStats, units: Units): Mrkdwn {
  if (stats.sums.total === 0) return mrkdwn`*${stats.groupName}* has no members in these days yet.`
  if (stats.sums.counted === 0) return mrkdwn`Nobody shares their runs with *${stats.groupName}* yet.`
  if (stats.sums.activities === 0) return mrkdwn`No runs in these days.`
  const isByDay = stats.days.length <= MOST_DAYS
  const rows = isByDay
    ? stats.days.map(day => ({ label: dayText(day.on), sums: day }))
    : weeksOf(stats.days).map(week => ({ label: `Week of ${dayInWords(week.from)}`, sums: week.sums }))
  const most = Math.max(...rows.map(({ sums }) => sums.distanceCm), 1)
  const longest = Math.max(...rows.map(({ label }) => label.length))
  const lines = rows.map(({ label, sums }) => {
    const bar = '█'.repeat(Math.round((BAR_LENGTH * sums.distanceCm) / most)).padEnd(BAR_LENGTH, ' ')
    const what =
      sums.activities === 0
        ? '–'
        : `${totalDistanceText(sums.distanceCm, units)} · ${counted(sums.activities, 'run')}`
    return `${label.padEnd(longest)} ${bar} ${what}`
  })
  return { mrkdwn: `\`\`\`${lines.join('\n')}\`\`\`` }
}

export function weeksOf(days: readonly DaySums[]): { from: LocalDay; sums: GroupSums }[] {
  const weeks = new Map<LocalDay, GroupSums>()
  for (const day of days) {
    const monday = mondayOf(day.on)
    const sums = weeks.get(monday)
    weeks.set(monday, {
      distanceCm: (sums?.distanceCm ?? 0) + day.distanceCm,
      durationMs: (sums?.durationMs ?? 0) + day.durationMs,
      activities: (sums?.activities ?? 0) + day.activities,
      // Who ran on two days is counted once in a week, which sums of days cannot tell.
      active: Math.max(sums?.active ?? 0, day.active),
    })
  }
  return [...weeks].map(([from, sums]) => ({ from, sums }))
}

function countedInWords({ countsEverybody, sums }: Pick<GroupStats, 'countsEverybody' | 'sums'>): string {
  return countsEverybody
    ? `every member is counted (${sums.counted})`
    : `${sums.counted} of ${counted(sums.total, 'member')} share`
}

export type Compared = { comparison: Comparison; value: string }

/** Groups beside each other, for the asker alone. */
export function comparisonShown({ comparison, value }: Compared, units: Units = 'km'): Message {
  const title = comparisonTitle(comparison)
  if (comparison.groups.length === 0) {
    const none = mrkdwn`There are no groups to compare yet. \`/astral group create\` makes one.`
    return { text: none.mrkdwn, blocks: [header(title), section(none)] }
  }
  const foot = mrkdwn`${unassignedInWords(comparison)}days by ${comparison.zone} · only you see this`
  return {
    text: joinMrkdwn([mrkdwn`*${title}*`, comparisonInWords(comparison, 3_000, units), foot], '\n').mrkdwn,
    blocks: [
      header(title),
      comparisonTable(comparison, units),
      context(foot),
      ...(comparison.groups.some(({ sums }) => sums.distanceCm > 0)
        ? [actions('comparison', button(STATS_ACTIONS.comparisonPicture, 'Send me the chart', value))]
        : []),
    ],
  }
}

export function comparisonTitle(comparison: Comparison): string {
  return `Groups compared · ${rangeInWords(comparison.range)}`
}

function unassignedInWords({ unassigned }: Comparison): string {
  if (unassigned === null) return ''
  return unassigned === 0
    ? 'every athlete is in a group · '
    : `${counted(unassigned, 'athlete')} in no group · `
}

export function comparisonInWords(comparison: Comparison, limit: number, units: Units = 'km'): Mrkdwn {
  const lines = comparison.groups.map(
    ({ groupName, sums }) =>
      mrkdwn`${shorten(groupName, 60)}: ${totalDistanceText(sums.distanceCm, units)}, ${counted(sums.activities, 'run')}, ${engagementOf(sums)} % of ${counted(sums.counted, 'member')} ran`
        .mrkdwn,
  )
  let kept = lines.length
  while (kept > 0 && lines.slice(0, kept).join('\n').length > limit - 24) kept -= 1
  const left = lines.length - kept
  return { mrkdwn: lines.slice(0, kept).join('\n') + (left > 0 ? `\n… and ${left} more` : '') }
}

/** Readers sort it themselves: every column but the name is a number throughout. */
export function comparisonTable(comparison: Comparison, units: Units = 'km'): DataTableBlock {
  const far = units === 'km' ? kmOf : milesOf
  const number = (value: number, decimals = 0) => ({
    type: 'raw_number' as const,
    value: Number(value.toFixed(decimals)),
    text: value.toFixed(decimals),
  })
  const text = (content: string) => ({ type: 'raw_text' as const, text: content })
  return {
    type: 'data_table',
    caption: `${comparisonTitle(comparison)}: ${counted(comparison.groups.length, 'group')}`,
    page_size: 10,
    row_header_column_index: 0,
    rows: [
      [
        'Group',
        `Distance (${units})`,
        units === 'km' ? 'Km a member' : 'Miles a member',
        'Runs',
        'Engagement (%)',
        'Members',
      ].map(text),
      ...comparison.groups
        .slice(0, LIMITS.tableRows)
        .map(({ groupName, sums }) => [
          text(shorten(groupName, 40) || '–'),
          number(far(sums.distanceCm), 1),
          number(sums.counted === 0 ? 0 : far(sums.distanceCm) / sums.counted, 1),
          number(sums.activities),
          number(engagementOf(sums)),
          number(sums.counted),
        ]),
    ],
  }
}
