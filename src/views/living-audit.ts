import type { LivingEvent } from '#domain/plan/living/living-event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was done to the sessions of one athlete, as a line of the audit. */
export function livingDeedInWords(
  event: Pick<LivingEvent, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
): Mrkdwn {
  const { type, after } = event as LivingEvent
  switch (type) {
    case 'session-hour.set':
      return after?.isOn
        ? mrkdwn`chose to get each session at ${after.time}${after.isEveningBefore ? ' the evening before' : ''}`
        : mrkdwn`chose to get no sessions sent`
    case 'session.due':
      return mrkdwn`sent ${name(after?.athleteId)} the session of ${after?.on ?? ''}`
  }
}
