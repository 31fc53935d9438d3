import type { Activity } from '../activity/activity.ts'
import { isRun } from '../activity/sub-type.ts'
import { bestShown, type Shown } from './best-efforts.ts'
import type { EffortProfile } from './effort-profile.ts'

/**
 * What an activity shows of VDOT: the best of its stretches and of the whole, pauses included. Treadmills have their own
 * idea of speed, and what came through Strava's API may be shown in no figure that outlives it: they show nothing.
 */
export function shownByActivity(
  activity: Pick<Activity, 'subType' | 'source' | 'distanceCm' | 'elapsedMs'>,
  profile: EffortProfile | null,
): Shown | null {
  const { subType, source, distanceCm, elapsedMs } = activity
  if (!isRun(subType) || subType === 'treadmill' || source === 'strava') return null
  const whole = distanceCm === null ? [] : [{ distanceCm, durationMs: elapsedMs }]
  return bestShown([...(profile?.bests ?? []), ...whole])
}
