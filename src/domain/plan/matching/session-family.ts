import { isRun, type SubType } from '#domain/activity/sub-type.ts'
import type { WorkoutType } from '../workout.ts'

/** What counts as the same kind of training: any run does for a planned run, whatever it was called. */
export type SessionFamily = 'run' | 'walk' | 'ride' | 'swim' | 'strength'

const FAMILY_OF_TYPE: Readonly<Record<WorkoutType, SessionFamily>> = {
  run: 'run',
  walk: 'walk',
  hike: 'walk',
  bike: 'ride',
  swim: 'swim',
  strength: 'strength',
}

/** Null for what is no kind of training that a plan could ask for. */
export function familyOfActivity(subType: SubType): SessionFamily | null {
  if (isRun(subType)) return 'run'
  switch (subType) {
    case 'walk':
    case 'hike':
      return 'walk'
    case 'ride':
    case 'swim':
    case 'strength':
      return subType
    default:
      return null
  }
}

/** A plan keeps a workout's title and text; the library may have forgotten it since, and a title often says it. */
const SAID: readonly [RegExp, SessionFamily][] = [
  [/\b(?:bike|biking|ride|cycling|cycle|spinning)\b/iu, 'ride'],
  [/\b(?:swim|swimming|aqua)\b/iu, 'swim'],
  [/\b(?:strength|gym|core|weights|mobility|yoga)\b/iu, 'strength'],
  [/\b(?:walk|walking|hike|hiking)\b/iu, 'walk'],
]

/** `type` is that of the library's workout with this title, where there is one. */
export function familyOfSession(title: string | null, type: WorkoutType | undefined): SessionFamily {
  if (type) return FAMILY_OF_TYPE[type]
  if (title === null) return 'run'
  return SAID.find(([words]) => words.test(title))?.[1] ?? 'run'
}
