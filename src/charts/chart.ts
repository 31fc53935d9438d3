/** What a chart says, as data: no functions, so the same description can travel to a worker or a server. */
export type LeaderboardChart = {
  kind: 'leaderboard'
  title: string
  subtitle: string
  /** At most 40 bars, best first. `label` is the value in words, such as "81.7 km". */
  bars: { name: string; value: number; label: string; rank: number }[]
}

/** Upright columns side by side, as days or weeks follow each other. */
export type ColumnsChart = {
  kind: 'columns'
  title: string
  subtitle: string
  /** At most 60. `lines` stand under the column, `valueLabel` above it where there is room. */
  columns: { lines: string[]; value: number; valueLabel: string }[]
}

/** Small podiums under one another, each won in a way of its own. */
export type PodiumsChart = {
  kind: 'podiums'
  title: string
  subtitle: string
  /** At most 8, of at most 6 places each, best first. `empty` stands where nobody won. */
  podiums: { heading: string; empty: string; places: { rank: number; name: string; label: string }[] }[]
}

/** A day's load as a column, with what two moving means of it say, and the form that is between them. */
export type LoadChart = {
  kind: 'load'
  title: string
  subtitle: string
  /** At most 120, oldest first. `on` is the day in words, such as "24 Aug". */
  days: { on: string; load: number; fitness: number; fatigue: number; form: number }[]
}

/** Weeks as columns, each stacked of the same people. */
export type WeeksChart = {
  kind: 'weeks'
  title: string
  subtitle: string
  /** At most 12, oldest first. `lines` stand under the column, `total` above it. */
  weeks: { lines: string[]; total: string }[]
  /** At most 8, the uppermost first; `values` and `labels` in the order of the weeks. `sum` stands beside the name. */
  series: { name: string; sum: string; isRest: boolean; values: number[]; labels: string[] }[]
}

/** A training plan, a row a week and a cell a day. */
export type PlanCalendarChart = {
  kind: 'plan-calendar'
  title: string
  subtitle: string
  /** Seven, above the cells. */
  dayNames: string[]
  /** At most 20. `total` stands at the right, `value` is its number; tones go from 0 (rest) to 3 (hard). */
  weeks: { name: string; total: string; value: number; days: { label: string; tone: number }[] }[]
  legend: { label: string; tone: number }[]
}

/** A workout over time. */
export type WorkoutChart = {
  kind: 'workout'
  title: string
  subtitle: string
  /** At most 500, in order, with how hard each is from 0 (standing) to 6. `label` is its length. */
  steps: { seconds: number; intensity: number; label: string }[]
  /** What repeats, from the first of its steps to the last. */
  groups: { from: number; to: number; label: string }[]
  /** At most 14: the steps in words. */
  lines: string[]
}

export type Chart =
  | AdherenceChart
  | LeaderboardChart
  | ColumnsChart
  | PodiumsChart
  | LoadChart
  | WeeksChart
  | PlanCalendarChart
  | WorkoutChart

export const ADHERENCE_CELLS = [
  'full',
  'part',
  'missed',
  'pending',
  'rest',
  'extra',
  'paused',
  'none',
] as const
export type AdherenceCell = (typeof ADHERENCE_CELLS)[number]

/** Who kept to their plan in a week: a row an athlete, a mark a day. */
export type AdherenceChart = {
  kind: 'adherence'
  title: string
  subtitle: string
  /** Seven, above the marks. */
  columns: string[]
  /** At most 30, of seven marks each. `label` stands at the right, such as "85 %". */
  rows: { name: string; cells: AdherenceCell[]; label: string }[]
}

/** Draws a chart as PNG bytes. Rejects with `ChartUnavailable` when it cannot; the post then goes out without. */
export type ChartRenderer = {
  render(chart: Chart): Promise<Uint8Array>
  close(): Promise<void>
}

export class ChartUnavailable extends Error {
  override name = 'ChartUnavailable'
}
