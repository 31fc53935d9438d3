import type { Activity } from '#domain/activity/activity.ts'
import { SUB_TYPE_PHRASES } from '#domain/activity/activity-name.ts'
import { SUB_TYPES, type SubType } from '#domain/activity/sub-type.ts'
import { localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import {
  dayText,
  distanceText,
  durationText,
  paceText,
  speedText,
  swimPaceText,
  type Units,
} from './figures.ts'

/** `8.2 km in 45:10 (5:30 /km)`, for riders `(28.4 km/h)`; without a distance `40:00`. */
export function measuresText(
  done: Pick<Activity, 'subType' | 'distanceCm' | 'durationMs'>,
  units: Units = 'km',
): string {
  const duration = durationText(done.durationMs)
  if (done.distanceCm === null) return duration
  return `${distanceText(done.distanceCm, units)} in ${duration} (${tempoText(done, units)})`
}

function tempoText(
  { subType, distanceCm, durationMs }: Parameters<typeof measuresText>[0],
  units: Units,
): string | null {
  if (subType === 'ride') return speedText(distanceCm, durationMs, units)
  if (subType === 'swim') return swimPaceText(distanceCm, durationMs)
  return paceText(distanceCm, durationMs, units)
}

/** `easy run` */
export function subTypeText(subType: SubType): string {
  return SUB_TYPE_PHRASES[subType]
}

/** `Fri 20 Nov 18:00` on the wall clock of its zone. `today` tells whether the year needs saying. */
export function startText(
  { startedAt, zone, localOn }: Pick<Activity, 'startedAt' | 'zone' | 'localOn'>,
  today: LocalDay,
): string {
  return `${dayText(localOn, today)} ${localTimeAt(startedAt, zone)}`
}

/** `“Morning easy run”: 8.2 km in 45:10 (5:30 /km), Fri 20 Nov`, as it is named to its athlete where today is not known. */
export function activityText(activity: Activity, units: Units = 'km'): string {
  const { name, localOn, createdAt, zone } = activity
  const day = dayText(localOn, localDayAt(createdAt, zone))
  return `“${name}”: ${measuresText(activity, units)}, ${day}`
}

const EFFORT_WORDS = [
  'hardly anything',
  'very easy',
  'easy',
  'comfortable',
  'somewhat hard',
  'hard',
  'very hard',
  'very, very hard',
  'nearly all out',
  'all out',
] as const

/** Perceived effort from 1 to 10 as it is offered, such as `6 · hard`. */
export const EFFORT_CHOICES: readonly { effort: number; label: string }[] = EFFORT_WORDS.map((word, at) => ({
  effort: at + 1,
  label: `${at + 1} · ${word}`,
}))

/** Every sub-type as a form offers it, such as `Easy run`. */
export const SUB_TYPE_CHOICES: readonly { subType: SubType; label: string }[] = SUB_TYPES.map(subType => {
  const phrase = subTypeText(subType)
  return { subType, label: `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}` }
})
