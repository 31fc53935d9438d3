import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'

export const SIGNAL_STATES = ['open', 'snoozed', 'done', 'expired'] as const
export type SignalState = (typeof SIGNAL_STATES)[number]

/** What is kept of a signal: never its numbers, which are read anew from the runs each time. */
export type KeptSignal = { state: SignalState; foundAt: Instant; snoozedUntil: Instant | null }

/** For how many days a signal can be put off. */
export const SNOOZE_DAYS = [3, 7] as const
export type SnoozeDays = (typeof SNOOZE_DAYS)[number]

export function snoozeUntil(now: Instant, days: SnoozeDays): Instant {
  return instant(now + days * DAY_MS)
}

/** Does it wait for somebody now? One that was never kept does. */
export function isStanding(kept: KeptSignal | undefined, now: Instant): boolean {
  if (!kept) return true
  return kept.state === 'open' || (kept.state === 'snoozed' && (kept.snoozedUntil ?? now) <= now)
}
