import type { AvailabilityRefusal } from '#domain/plan/availability/availability-refusal.ts'
import type { AdherenceRefusal } from '#domain/plan/matching/adherence-refusal.ts'
import { dayText } from './figures.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

const CODES: Record<(AdherenceRefusal | AvailabilityRefusal)['code'], true> = {
  'match-activity-unknown': true,
  'match-session-unknown': true,
  'match-too-far': true,
  'match-nothing-planned': true,
  'availability-week-begun': true,
  'availability-day-wrong': true,
  'availability-not-asked': true,
}

export function isAdherenceRefusal(refusal: {
  code: string
}): refusal is AdherenceRefusal | AvailabilityRefusal {
  return Object.hasOwn(CODES, refusal.code)
}

/** Why something about keeping a plan, or about when somebody can train, cannot be done. */
export function adherenceRefusalInWords(refusal: AdherenceRefusal | AvailabilityRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'match-activity-unknown':
      return mrkdwn`That run is not there any more, or it is not yours to match.`
    case 'match-session-unknown':
      return mrkdwn`That session is not in the plan any more. Open the run’s sessions again.`
    case 'match-too-far':
      return mrkdwn`That session is more than a day away from the run. Move the session first, then match it.`
    case 'match-nothing-planned':
      return refusal.name === null
        ? mrkdwn`Your plan has no session on that day, the day before or the day after.`
        : mrkdwn`The plan of ${refusal.name} has no session on that day, the day before or the day after.`
    case 'availability-week-begun':
      return mrkdwn`The week from ${dayText(refusal.weekOn)} has begun: tell your coach what changes now.`
    case 'availability-day-wrong':
      return mrkdwn`You can say when you can train for the coming four weeks. \`/astral availability\` opens the next one.`
    case 'availability-not-asked':
      return mrkdwn`The athletes of ${refusal.name} are not asked when they can train.`
  }
}
