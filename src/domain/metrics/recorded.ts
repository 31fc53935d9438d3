import type { Measured } from '../activity/activity.ts'
import type { EffortProfile } from './effort-profile.ts'

/** What a file gives: totals, and what is kept of the recording behind them, which is stored beside the activity. */
export type Recorded = Measured & { efforts?: EffortProfile | null }

/** Totals and recording apart, so that the recording gets into no activity and no audit. */
export function splitRecorded(recorded: Recorded): { measured: Measured; efforts: EffortProfile | null } {
  const { efforts, ...measured } = recorded
  return { measured, efforts: efforts ?? null }
}
