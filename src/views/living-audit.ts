import type { LivingEvent } from '#domain/plan/living/living-event.ts'
import type { SessionEdit } from '#domain/plan/living/session-edit.ts'
import { count } from './group-card.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

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
    case 'sessions.changed':
      return mrkdwn`changed ${count(after?.edits.length ?? 0, 'session')} of ${name(after?.athleteId)}: ${editsInWords(after?.edits ?? [])}`
    case 'change.asked':
      return mrkdwn`asked to change ${count(after?.edits.length ?? 0, 'session')}: ${editsInWords(after?.edits ?? [])}`
    case 'change.answered':
      return ANSWERS[after?.news ?? ''] ?? mrkdwn`answered a change of sessions`
    case 'own-moves.set':
      return after?.isAllowed
        ? mrkdwn`let athletes move their sessions by themselves`
        : mrkdwn`let athletes ask before they move sessions`
    case 'workout.picture-asked':
      return mrkdwn`asked for a workout as a picture`
    case 'pause.over':
      return mrkdwn`asked ${name(after?.athleteId)} how “${after?.title ?? ''}” goes on after the pause`
    case 'session.due':
      return mrkdwn`sent ${name(after?.athleteId)} the session of ${after?.on ?? ''}`
  }
}

const ANSWERS: Readonly<Record<string, Mrkdwn>> = {
  ok: mrkdwn`said OK to a change of sessions`,
  no: mrkdwn`said no to a change of sessions`,
  undone: mrkdwn`put changed sessions back as they were`,
  question: mrkdwn`asked about a change of sessions`,
}

const EDITS_SAID = 3

function editsInWords(edits: readonly SessionEdit[]): Mrkdwn {
  const said = edits.slice(0, EDITS_SAID).map(({ before, after }) => {
    const was = before ? `${before.on} ${shorten(before.text, 40)}` : 'nothing'
    const is = after ? `${after.on} ${shorten(after.text, 40)}` : 'nothing'
    return mrkdwn`${was} → ${is}`
  })
  return joinMrkdwn(said, '; ')
}
