import { weekdayName } from '#domain/calendar/weekday.ts'
import type { AvailabilityEvent } from '#domain/plan/availability/availability-event.ts'
import type { AdherenceEvent } from '#domain/plan/matching/adherence-event.ts'
import { count } from './group-card.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was said of how plans are kept and of when athletes can train, as a line of the audit. */
export function adherenceDeedInWords(
  event: Pick<AdherenceEvent | AvailabilityEvent, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
): Mrkdwn {
  const { type, before, after } = event as AdherenceEvent | AvailabilityEvent
  switch (type) {
    case 'session.matched':
      return mrkdwn`said that the run of ${name(after?.athleteId)} on ${after?.activityOn ?? ''} was the session “${after?.session?.text ?? ''}” of ${after?.session?.on ?? ''}`
    case 'session.unmatched':
      return mrkdwn`said that the run of ${name(after?.athleteId)} on ${after?.activityOn ?? ''} was none of the plan’s sessions`
    case 'session.match-released':
      return mrkdwn`let the run of ${name(after?.athleteId)} on ${after?.activityOn ?? ''} count as whichever session it fits`
    case 'adherence.picture-asked':
      return mrkdwn`asked for the plan’s week of “${name(after?.groupId)}” as a picture`
    case 'availability.round-set':
      return mrkdwn`had the athletes of “${name(after?.groupId)}” asked on ${weekdayName(after?.weekday ?? 1)}s at ${after?.time ?? ''} when they can train`
    case 'availability.round-ended':
      return mrkdwn`ended asking the athletes of “${name(before?.groupId)}” when they can train`
    case 'availability.asked':
      return mrkdwn`asked ${count(after?.athleteIds.length ?? 0, 'athlete')} of “${name(after?.groupId)}” when they can train in the week from ${after?.weekOn ?? ''}`
    case 'availability.answered':
      return mrkdwn`said when they can train in the week from ${after?.weekOn ?? ''}`
  }
}
