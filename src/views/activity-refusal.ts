import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { metersOf } from '#domain/activity/units.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { type Zone, zone } from '#kernel/instant.ts'
import { activityText } from './activity-words.ts'
import { dayText, distanceText, durationText, type Units } from './figures.ts'
import { lineRefusalInWords } from './line-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** An impossible instant is off by years, so that the day it is in Greenwich says enough. */
const ANYWHERE: Zone = zone('UTC')

/** Says why a run is not logged or changed, and what would help. */
export function activityRefusalInWords(refusal: ActivityRefusal, units: Units = 'km'): Mrkdwn {
  switch (refusal.code) {
    case 'activity-duplicate-file':
      return mrkdwn`This file is logged already: ${activityText(refusal.existing, units)}.`
    case 'activity-duplicate':
      return refusal.isFromFile
        ? mrkdwn`This run is logged already: ${activityText(refusal.existing, units)}. To have the file instead, delete that one with /astral runs and drop the file again.`
        : mrkdwn`This run is logged already: ${activityText(refusal.existing, units)}. If it was another one, say when it started, such as at 7:00.`
    case 'activity-duplicate-likely':
      return mrkdwn`This looks like the run you have logged: ${activityText(refusal.existing, units)}. If it was another one, say it again with --again.`
    case 'activity-file-gone':
      return mrkdwn`No file of that run is kept.`
    case 'activity-not-merged':
      return mrkdwn`That run came from one source only: there is nothing to take apart.`
    case 'activity-gone':
      return mrkdwn`That run is gone already.`
    case 'activity-from-strava':
      return mrkdwn`That one comes from Strava: change it there, and it is changed here. Deleting it here works.`
    case 'activity-name-too-long':
      return mrkdwn`That name has ${refusal.length} characters; ${refusal.limit} is the most.`
    case 'activity-note-too-long':
      return mrkdwn`That note has ${refusal.length} characters; ${refusal.limit} is the most.`

    case 'nothing-done':
      return refusal.field === 'distance'
        ? mrkdwn`The distance is zero. Leave it out when there is none.`
        : mrkdwn`The time is zero: nothing to log.`
    case 'faster-than-world-record':
      return mrkdwn`${distanceText(refusal.distanceCm, units)} in ${durationText(refusal.durationMs)} is faster than anybody has ever run it (${durationText(refusal.fastestMs)}). Check the distance and the time; 45:10 is minutes and seconds.`
    case 'longer-than-a-day':
      return mrkdwn`${durationText(refusal.durationMs)} is more than 24 hours. Check the time; 45:10 is minutes and seconds.`
    case 'distance-too-long':
      return mrkdwn`${distanceText(refusal.distanceCm, units)} is more than anybody does in a day (${distanceText(refusal.maxCm, units)} is the most). Check the distance.`
    case 'in-future':
      return mrkdwn`That run would end in the future. Check the day and the time it started.`
    case 'too-long-ago':
      return mrkdwn`${dayText(localDayAt(refusal.startedAt, ANYWHERE), localDayAt(refusal.earliest, ANYWHERE))} is too long ago. Check the date.`
    case 'heart-rate-impossible':
      return mrkdwn`${refusal.beats} beats a minute is outside of what a heart does (${refusal.min} to ${refusal.max}).`
    case 'climb-impossible':
      return mrkdwn`${Math.round(metersOf(refusal.climbCm))} m is more than anybody climbs in a day.`
    case 'day-too-full':
      return mrkdwn`That makes ${durationText(refusal.totalMs)} on one day, which has 24 hours. Check what you have logged for it with /astral runs.`
    default:
      return lineRefusalInWords(refusal)
  }
}
