import type { SignalEvent } from '#domain/signal/signal-event.ts'
import type { Notice } from './notice.ts'

/** A coach's words go to the athlete at once, unless the coach chose the end of their night; nothing else is told. */
export function signalNoticesOf(event: SignalEvent): Notice[] {
  if (event.type !== 'athlete.nudged' || !event.after || !event.subjectId) return []
  return [
    {
      kind: 'nudge',
      to: { accountId: event.subjectId },
      dedupeKey: `nudge:${event.after.nudgeId}`,
      payload: { nudgeId: event.after.nudgeId },
      keepsQuietHours: event.after.isHeld,
    },
  ]
}
