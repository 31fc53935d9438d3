import type {
  Chart,
  ColumnsChart,
  LoadChart,
  PlanCalendarChart,
  PodiumsChart,
  WeeksChart,
} from '#charts/chart.ts'
import { ADHERENCE_CELLS, type AdherenceChart } from '#charts/chart.ts'
import { board, HARD_NAMES } from './sample-boards.ts'

/** Columns of `count` days. */
export function columns(count: number, figureOf = (index: number) => 12 + 8 * Math.sin(index)): ColumnsChart {
  return {
    kind: 'columns',
    title: 'Marathon Squad',
    subtitle: 'Kilometres a day · 7–20 Nov 2026',
    columns: Array.from({ length: count }, (_, index) => {
      const value = figureOf(index)
      return {
        lines: ['Fri', `${(index % 28) + 1} Nov`],
        value,
        valueLabel: value > 0 ? value.toFixed(0) : '',
      }
    }),
  }
}

export function podiums(names: readonly string[], label = '4 h 12 min'): PodiumsChart {
  return {
    kind: 'podiums',
    title: 'Marathon Squad',
    subtitle: 'Five ways to win · 14–20 Nov 2026 · 12 of 14 share',
    podiums: ['Most time', 'Most active days', 'Closest to plan', 'Biggest gain', 'Most cheers'].map(
      (heading, row) => ({
        heading,
        empty: 'Nobody yet',
        places: names.slice(row, row + 3).map((name, index) => ({ rank: index + 1, name, label })),
      }),
    ),
  }
}

/** A plan of `count` weeks: an easy day, rest, intervals, and so on to a long run. */
export function planCalendar(
  count: number,
  figureOf = (index: number) => 40 + 3 * (index % 4),
): PlanCalendarChart {
  return {
    kind: 'plan-calendar',
    title: 'Half marathon in 12 weeks',
    subtitle: 'Kilometres a day, ′ for minutes',
    dayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    weeks: Array.from({ length: count }, (_, index) => {
      const value = figureOf(index)
      return {
        name: String(index + 1),
        total: `${value.toFixed(0)} km`,
        value,
        days: [
          { label: '', tone: 0 },
          { label: '8', tone: 1 },
          { label: '8+5 H', tone: 3 },
          { label: '45′', tone: 1 },
          { label: '', tone: 0 },
          { label: '12 S', tone: 2 },
          { label: '22.5', tone: 1 },
        ],
      }
    }),
    legend: [
      { label: 'rest', tone: 0 },
      { label: 'easy', tone: 1 },
      { label: 'S  steady', tone: 2 },
      { label: 'H  hard', tone: 3 },
    ],
  }
}

/** Loads of `count` days: three easy days, a long one, rest; `loadOf` for others. */
export function load(
  count: number,
  loadOf = (index: number) => [9, 0, 14, 8, 0, 11, 27][index % 7] ?? 0,
): LoadChart {
  let [fitness, fatigue] = [0, 0]
  return {
    kind: 'load',
    title: 'Training load of Ana',
    subtitle: 'Each day’s load as a column, in VDOT points · 24 Aug – 21 Nov 2026',
    days: Array.from({ length: count }, (_, index) => {
      const value = loadOf(index)
      const form = fitness - fatigue
      fitness += (value - fitness) / 42
      fatigue += (value - fatigue) / 7
      return { on: `${(index % 30) + 1} Nov`, load: value, fitness, fatigue, form }
    }),
  }
}

export function weeks(
  count: number,
  names: readonly string[] = HARD_NAMES.slice(0, 8),
  figureOf = (person: number, week: number) => Math.max(0, 52 - 5 * person + 12 * Math.sin(person + week)),
): WeeksChart {
  const values = names.map((_, person) => Array.from({ length: count }, (_, week) => figureOf(person, week)))
  const inWeek = (week: number) => values.reduce((sum, each) => sum + (each[week] ?? 0), 0)
  return {
    kind: 'weeks',
    title: 'Marathon Squad',
    subtitle: 'Kilometres a week · 28 Sep – 22 Nov 2026',
    weeks: Array.from({ length: count }, (_, week) => ({
      lines: [`${((week * 7) % 30) + 1}`, 'Nov'],
      total: inWeek(week).toFixed(0),
    })),
    series: names.map((name, person) => ({
      name,
      sum: `${(values[person] ?? []).reduce((sum, value) => sum + value, 0).toFixed(0)} km`,
      isRest: person === 7,
      values: values[person] ?? [],
      labels: (values[person] ?? []).map(value => `${value.toFixed(1)} km`),
    })),
  }
}

/** `count` athletes' weeks, with every mark there is. */
export function adherence(
  count: number,
  names: readonly string[],
  figureOf = (index: number) => index * 3,
): AdherenceChart {
  return {
    kind: 'adherence',
    title: 'Marathon Squad',
    subtitle: 'Plan kept · 16–22 Nov 2026 · 41 of 58 done',
    columns: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    rows: Array.from({ length: count }, (_, row) => ({
      name: names[row % names.length] ?? '',
      cells: Array.from(
        { length: 7 },
        (_, day) => ADHERENCE_CELLS[(row + day) % ADHERENCE_CELLS.length] ?? 'none',
      ),
      label: `${figureOf(row).toFixed(0)} %`,
    })),
  }
}

type KindOf<Kind> = Extract<Chart, { kind: Kind }>

/**
 * Every kind of chart there is, and it is made of names and figures somebody else chooses: nothing of it, one, as many
 * as may be. A kind that is missing here does not compile.
 */
export const CHARTS_OF_KIND: {
  [Kind in Chart['kind']]: {
    most: number
    of: (count: number, names: readonly string[], figureOf: (index: number) => number) => KindOf<Kind>
  }
} = {
  leaderboard: {
    most: 40,
    of: (count, names, figureOf) => ({
      ...board(0),
      bars: Array.from({ length: count }, (_, index) => {
        const value = figureOf(index)
        return {
          name: names[index % names.length] ?? '',
          value,
          label: `${value.toFixed(1)} km`,
          rank: index + 1,
        }
      }),
    }),
  },
  adherence: { most: 30, of: (count, names, figureOf) => adherence(count, names, figureOf) },
  columns: { most: 60, of: (count, _, figureOf) => columns(count, figureOf) },
  podiums: { most: 5, of: (count, names) => podiums(count === 0 ? [] : Array(8).fill(names).flat()) },
  load: {
    most: 120,
    of: (count, names, figureOf) => ({ ...load(count, figureOf), title: names[0] ?? '' }),
  },
  weeks: {
    most: 8,
    of: (count, names, figureOf) =>
      weeks(
        8,
        Array.from({ length: count }, (_, index) => names[index % names.length] ?? ''),
        (person, week) => figureOf(person * 8 + week),
      ),
  },
  workout: {
    most: 500,
    of: (count, names, figureOf) => ({
      kind: 'workout',
      title: names[0] ?? '',
      subtitle: 'Thu 26 Nov · 10.4 km, 52:00',
      steps: Array.from({ length: count }, (_, index) => ({
        seconds: figureOf(index),
        intensity: index % 7,
        label: names[index % names.length] ?? '',
      })),
      groups: count > 2 ? [{ from: 1, to: count - 2, label: names[1] ?? '' }] : [],
      lines: names.slice(0, 14),
    }),
  },
  'plan-calendar': {
    most: 20,
    of: (count, names, figureOf) => ({ ...planCalendar(count, figureOf), title: names[0] ?? '' }),
  },
}
