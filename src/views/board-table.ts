import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types'
import { feetOf, kmOf, metersOf, milesOf } from '#domain/activity/units.ts'
import type { Board } from '#domain/ranking/board.ts'
import type { MemberFacts, Metric } from '#domain/ranking/metric.ts'
import { boardTitle } from './board-in-words.ts'
import { durationText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import { counted } from './score.ts'
import { shorten } from './shorten.ts'

type Figure = { value: number; text: string }

type Column = {
  heading: string
  unit: Metric['unit']
  /** What is sorted, and what is read. */
  cell: (facts: MemberFacts) => Figure
}

const DISTANCE: Record<Units, Column> = {
  km: { heading: 'Distance (km)', unit: 'distance-cm', cell: facts => fixed(kmOf(facts.distanceCm), 1) },
  mi: { heading: 'Distance (mi)', unit: 'distance-cm', cell: facts => fixed(milesOf(facts.distanceCm), 1) },
}

const CLIMB: Record<Units, Column> = {
  km: { heading: 'Climb (m)', unit: 'climb-cm', cell: facts => fixed(metersOf(facts.climbCm), 0) },
  mi: { heading: 'Climb (ft)', unit: 'climb-cm', cell: facts => fixed(feetOf(facts.climbCm), 0) },
}

const columnsIn = (units: Units): readonly Column[] => [
  DISTANCE[units],
  { heading: 'Runs', unit: 'activities', cell: facts => fixed(facts.activities, 0) },
  {
    heading: 'Time',
    unit: 'duration-ms',
    cell: ({ durationMs }) => ({ value: Math.round(durationMs / 1_000), text: durationText(durationMs) }),
  },
  CLIMB[units],
  {
    heading: 'Load (points)',
    unit: 'load-milli',
    cell: facts => fixed((facts.loadMilli ?? 0) / 1_000, 1),
  },
  { heading: 'Days', unit: 'days', cell: facts => fixed(facts.activeDays, 0) },
  { heading: 'Streak (days)', unit: 'streak-days', cell: facts => fixed(facts.streakDays ?? 0, 0) },
  { heading: 'Plan (%)', unit: 'plan-percent', cell: facts => fixed(facts.planPercent ?? 0, 0) },
  { heading: 'Gain (%)', unit: 'gain-percent', cell: facts => fixed(facts.gainPercent ?? 0, 0) },
  {
    heading: 'Age grade (%)',
    unit: 'age-grade-tenths',
    cell: facts => fixed((facts.ageGradeTenths ?? 0) / 10, 1),
  },
  { heading: 'Cheers', unit: 'cheers', cell: facts => fixed(facts.cheersGiven ?? 0, 0) },
]

/** Climb and days are shown only where they are what counts. */
const ALWAYS: readonly Metric['unit'][] = ['distance-cm', 'activities', 'duration-ms']

/** A hundred long names must fit into what a whole message may hold. */
const NAME_CHARACTERS = 40

/**
 * The board as a table that its readers sort themselves: every column but the name is a number throughout, because a
 * single word would make Slack sort it by letters.
 */
export function boardTable(board: Board, units: Units = 'km'): DataTableBlock {
  const all = columnsIn(units)
  const columns = [
    ...all.filter(column => column.unit === board.metric.unit),
    ...all.filter(column => column.unit !== board.metric.unit && ALWAYS.includes(column.unit)),
  ]
  const shown = board.standings.slice(0, LIMITS.tableRows)
  return {
    type: 'data_table',
    caption: `${boardTitle(board)}: ${counted(board.standings.length, 'runner')}`,
    page_size: 10,
    row_header_column_index: 1,
    rows: [
      [text('#'), text('Runner'), ...columns.map(column => text(column.heading))],
      ...shown.map(({ rank, facts }) => [
        number(fixed(rank, 0)),
        text(shorten(facts.name, NAME_CHARACTERS) || '–'),
        ...columns.map(column => number(isHidden(column, board.metric, facts) ? HIDDEN : column.cell(facts))),
      ]),
    ],
  }
}

const HIDDEN: Figure = { value: 0, text: '–' }

/** Who keeps their pace to themselves shows distance or time, whichever the board is about, and never both. */
function isHidden({ unit }: Column, metric: Metric, { hidesPace }: MemberFacts): boolean {
  if (!hidesPace || unit === metric.unit) return false
  return unit === 'duration-ms' || (unit === 'distance-cm' && metric.unit === 'duration-ms')
}

function fixed(value: number, decimals: number): Figure {
  const shown = value.toFixed(decimals)
  return { value: Number(shown), text: shown }
}

function text(content: string): RawTextElement {
  return { type: 'raw_text', text: content }
}

function number({ value, text }: { value: number; text: string }): RawNumberElement {
  return { type: 'raw_number', value, text }
}
