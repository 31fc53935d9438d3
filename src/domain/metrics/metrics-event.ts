import type { EventOf } from '../event.ts'

/** A threshold that somebody set by hand, and how many loads were reckoned anew with it. */
export type VdotEnteredData = {
  validFrom: string
  vdotMilli: number
  distanceCm: number | null
  durationMs: number | null
  reckoned: number
}

export type MetricsEvent = EventOf<'vdot.entered', VdotEnteredData>
