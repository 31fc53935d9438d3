/** What an athlete decides once for everything of theirs; what they share with one group is that group's own answer. */
export type PrivacySwitches = {
  /** The master switch: off hides everything from everybody but the athlete. */
  isShown: boolean
  withCoach: boolean
  onLeaderboards: boolean
  pace: boolean
  /** Heart rate and metres climbed. */
  heartRateAndElevation: boolean
  raceGoal: boolean
  profile: boolean
}

export type PrivacySwitch = keyof PrivacySwitches

export const PRIVACY_SWITCHES: readonly PrivacySwitch[] = [
  'isShown',
  'withCoach',
  'onLeaderboards',
  'pace',
  'heartRateAndElevation',
  'raceGoal',
  'profile',
]

/** Of somebody who changed nothing. Groups and channels still see nothing until the athlete has answered. */
export const DEFAULT_SWITCHES: PrivacySwitches = {
  isShown: true,
  withCoach: true,
  onLeaderboards: true,
  pace: true,
  heartRateAndElevation: true,
  raceGoal: true,
  profile: true,
}

/** The switches that are turned on by the change, and so show more than before. */
export function loosened(before: PrivacySwitches, after: PrivacySwitches): PrivacySwitch[] {
  return PRIVACY_SWITCHES.filter(name => after[name] && !before[name])
}

export function isSamePrivacy(one: PrivacySwitches, other: PrivacySwitches): boolean {
  return PRIVACY_SWITCHES.every(name => one[name] === other[name])
}

/** Both are on only where both were: never shows more than either. */
export function onlyWhereBoth(one: PrivacySwitches, other: PrivacySwitches): PrivacySwitches {
  return {
    isShown: one.isShown && other.isShown,
    withCoach: one.withCoach && other.withCoach,
    onLeaderboards: one.onLeaderboards && other.onLeaderboards,
    pace: one.pace && other.pace,
    heartRateAndElevation: one.heartRateAndElevation && other.heartRateAndElevation,
    raceGoal: one.raceGoal && other.raceGoal,
    profile: one.profile && other.profile,
  }
}
