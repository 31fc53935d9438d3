import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Activity, ActivitySource, Measured, Visibility } from './activity.ts'
import { defaultActivityName } from './activity-name.ts'

/** What one source says of an activity. */
export type Said = Measured & {
  source: ActivitySource
  localOn: LocalDay
  zone: Zone
  /** Empty where nobody gave one. */
  name: string
  note: string
  visibility: Visibility
  perceivedEffort: number | null
  fileSha256: string | null
  /** The hour of the start is a guess. */
  startIsAssumed: boolean
}

/** One source of an activity. An activity that came several times has several, of which the richest is shown. */
export type ActivityOrigin = {
  id: string
  organizationId: OrganizationId
  athleteId: AccountId
  activityId: ActivityId
  /** The source's own id of it, such as Strava's number; null where it has none. */
  externalId: string | null
  said: Said
  createdAt: Instant
}

/** What an activity says by itself: its only origin, where none is written down. */
export function saidBy(activity: Activity): Said {
  const { subType, startedAt, zone, name } = activity
  const untimed = defaultActivityName(subType, null, zone)
  const isDefault = name === untimed || name === defaultActivityName(subType, startedAt, zone)
  return {
    subType,
    startedAt,
    distanceCm: activity.distanceCm,
    durationMs: activity.durationMs,
    elapsedMs: activity.elapsedMs,
    climbCm: activity.climbCm,
    averageHeartRate: activity.averageHeartRate,
    maxHeartRate: activity.maxHeartRate,
    device: activity.device,
    source: activity.source,
    localOn: activity.localOn,
    zone,
    name: isDefault ? '' : name,
    note: activity.note,
    visibility: activity.visibility,
    perceivedEffort: activity.perceivedEffort,
    fileSha256: activity.fileSha256,
    startIsAssumed: name === untimed,
  }
}
