import type { VdotEnteredData } from '#domain/metrics/metrics-event.ts'
import { distanceText, durationText } from './figures.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** A VDOT that was entered, as a line of the audit. */
export function vdotEnteredInWords(
  before: VdotEnteredData | null,
  after: VdotEnteredData | null,
  name: string,
): Mrkdwn {
  if (!after) return mrkdwn`entered what ${name} can run`
  const run =
    after.distanceCm !== null && after.durationMs !== null
      ? ` (${distanceText(after.distanceCm)} in ${durationText(after.durationMs)})`
      : ''
  const old = before ? (before.vdotMilli / 1_000).toFixed(1) : 'none'
  return mrkdwn`set the VDOT of ${name} from ${old} to ${(after.vdotMilli / 1_000).toFixed(1)}${run}; ${after.reckoned} loads reckoned anew`
}
