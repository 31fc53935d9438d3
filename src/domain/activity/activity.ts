import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { SubType } from './sub-type.ts'

export const ACTIVITY_SOURCES = [
  'line',
  'form',
  'fit',
  'gpx',
  'tcx',
  'apple-health',
  'strava',
  'strava-export',
] as const
export type ActivitySource = (typeof ACTIVITY_SOURCES)[number]

/** What the athlete lets others see of one activity: as shared, coaches alone, nobody. */
export const VISIBILITIES = ['share', 'coach-only', 'hide'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** What was measured, before it belongs to anyone: the common form of a typed line, a form and a decoded file. */
export type Measured = {
  subType: SubType
  startedAt: Instant
  /** Whole centimetres; null where the activity has no distance (strength). */
  distanceCm: number | null
  /** Timer time where the device gives it, moving time for GPX; whole milliseconds. */
  durationMs: number
  /** From first to last second, pauses included; whole milliseconds. */
  elapsedMs: number
  /** Metres climbed, in whole centimetres; null when unknown. */
  climbCm: number | null
  /** Beats a minute. */
  averageHeartRate: number | null
  maxHeartRate: number | null
  /** Such as `garmin fr945`; null when unknown. */
  device: string | null
}

export type Activity = Measured & {
  id: ActivityId
  organizationId: OrganizationId
  athleteId: AccountId
  name: string
  source: ActivitySource
  /** The athlete's own calendar day at the start, in `zone`. */
  localOn: LocalDay
  zone: Zone
  visibility: Visibility
  note: string
  /** SHA-256 of the file's bytes in hex; null for lines and forms. */
  fileSha256: string | null
  /** How hard it felt to the athlete, 1 to 10 (Borg's CR10); null when they did not say. */
  perceivedEffort: number | null
  createdAt: Instant
  updatedAt: Instant
}
