import type { ChartConfiguration, ChartType } from 'chart.js'
import type { AdherenceChart, LoadChart, PlanCalendarChart, WeeksChart, WorkoutChart } from './chart.ts'

/**
 * A Chart.js configuration that is plain JSON. What Chart.js itself has no words for goes under
 * `options.plugins.astral`, as data: the embedded renderer draws it, a QuickChart server passes over it.
 */
export type ChartConfig = ChartConfiguration<'bar', number[], string | string[]>

/** What the embedded renderer writes beside each bar, in the order of the bars. */
export type LeaderboardMarks = { names: string[]; ranks: number[]; values: string[]; leaders: boolean[] }

/** What the embedded renderer writes above each column, in their order. */
export type ColumnMarks = { values: string[] }

/** What the embedded renderer draws in place of the bars. */
export type PodiumMarks = {
  podiums: { heading: string; empty: string; places: { rank: number; name: string; label: string }[] }[]
}

/** Days as columns, two lines over them and a third under them. */
export type LoadMarks = Pick<LoadChart, 'days'>

/** Stacked columns with a number for each of the people in them. */
export type WeekMarks = Pick<WeeksChart, 'weeks' | 'series'>

/** A row a week, a cell a day. */
export type PlanCalendarMarks = Pick<PlanCalendarChart, 'weeks' | 'dayNames' | 'legend'>

/** A row an athlete, a mark a day. */
export type AdherenceMarks = Pick<AdherenceChart, 'rows' | 'columns'>

/** Steps over time, brackets over what repeats, lines in words. */
export type WorkoutMarks = Pick<WorkoutChart, 'steps' | 'groups' | 'lines'>

export type AstralMarks = {
  workout?: WorkoutMarks
  adherence?: AdherenceMarks
  planCalendar?: PlanCalendarMarks
  load?: LoadMarks
  weeks?: WeekMarks
  podiums?: PodiumMarks
  leaderboard?: LeaderboardMarks
  columns?: ColumnMarks
  /** Said in the middle of a chart that has nothing to draw. */
  note?: string
}

/** A chart's configuration and the size it wants, in logical pixels. */
export type ChartPlan = { config: ChartConfig; width: number; height: number }

declare module 'chart.js' {
  interface PluginOptionsByType<TType extends ChartType> {
    astral: TType extends ChartType ? AstralMarks : never
  }
}
