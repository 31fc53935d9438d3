import type { LocalDay } from '#kernel/instant.ts'
import type { Activity } from '../activity/activity.ts'
import type { ActivityLoad } from './activity-load.ts'
import type { FormDay } from './form.ts'
import type { MetricEntry } from './metric-registry.ts'
import type { WeekStrain } from './monotony.ts'
import type { Prediction } from './race-prediction.ts'
import type { PaceBand } from './training-paces.ts'
import type { VdotCandidate } from './vdot-history.ts'

/** Training paces and predictions of somebody; `vdot` null says that nothing is known yet. */
export type PacesCard = {
  /** Null for one's own. */
  name: string | null
  vdot: { entry: VdotCandidate; paces: PaceBand[]; predictions: Prediction[] } | null
  units: 'km' | 'mi'
  today: LocalDay
}

/** The state of somebody's training on a day; loads in VDOT points. */
export type TrainingState = {
  vdot: VdotCandidate | null
  weekLoad: number
  /** Mean of the last four whole weeks before this one; null before there are four. */
  usualWeekLoad: number | null
  form: FormDay
  strain: WeekStrain | null
  /** Null before 28 days of training are known. */
  ratio: number | null
}

/** Where a run's numbers come from. */
export type RunExplained = { run: Activity; load: ActivityLoad | null; units: 'km' | 'mi'; today: LocalDay }

/** What a metric is, with one's own latest figures. */
export type MetricExplained = {
  entry: MetricEntry
  state: TrainingState
  latest: RunExplained | null
  /** The day that was asked about; null for the newest run. */
  on: LocalDay | null
  today: LocalDay
}
