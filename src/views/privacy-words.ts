import {
  PRIVACY_SWITCHES,
  type PrivacySwitch,
  type PrivacySwitches,
} from '#domain/privacy/privacy-switches.ts'
import { count } from './group-card.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What each switch is called, and what it means while it is on. */
export const SWITCH_WORDS: Readonly<Record<PrivacySwitch, { name: string; means: string }>> = {
  isShown: { name: 'Show anything of mine', means: 'Off: nobody but you sees anything, coaches included' },
  withCoach: { name: 'With my coaches', means: 'Off: coaches see no run, goal or profile of yours' },
  onLeaderboards: {
    name: 'On leaderboards',
    means: 'Off: you stand on no board that team-mates or channels see',
  },
  pace: { name: 'Pace', means: 'Off: team-mates and channels see distance or time, never both' },
  heartRateAndElevation: {
    name: 'Heart rate and climb',
    means: 'Off: no climb for team-mates and channels, no heart rate for either',
  },
  raceGoal: { name: 'Race goal', means: 'Off: team-mates and channels do not see what you train for' },
  profile: { name: 'Profile', means: 'Off: team-mates do not see your profile' },
}

export function privacyInWords(before: PrivacySwitches | null, after: PrivacySwitches | null): Mrkdwn {
  if (!before || !after) return mrkdwn`changed what others see`
  const parts = PRIVACY_SWITCHES.filter(name => before[name] !== after[name]).map(
    name => mrkdwn`${SWITCH_WORDS[name].name}: ${after[name] ? 'on' : 'off'}`,
  )
  return mrkdwn`changed what others see: ${joinMrkdwn(parts, ', ')}`
}

const ERASED: Readonly<Record<string, string>> = {
  activities: 'activity',
  groups: 'group membership',
  invitations: 'invitation',
  auditDetails: 'audit detail',
}

/** `12 activities, 3 group memberships`; what there was none of is left out. */
export function erasedInWords(erased: Readonly<Record<string, number>>): string {
  const parts = Object.entries(erased)
    .filter(([, number]) => number > 0)
    .map(([what, number]) =>
      what === 'activities' ? activities(number) : count(number, ERASED[what] ?? what),
    )
  return parts.length === 0 ? 'nothing was stored' : parts.join(', ')
}

function activities(number: number): string {
  return number === 1 ? '1 activity' : `${number} activities`
}
