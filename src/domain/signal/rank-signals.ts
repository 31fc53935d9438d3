import type { Instant } from '#kernel/instant.ts'
import type { Signal, SignalIdentity } from './signal.ts'
import { SIGNAL_RULES } from './signal-rule.ts'

/** So many at a time: a longer list is not read. */
export const SIGNALS_MOST = 5

/** A signal that waits for somebody, since when. */
export type StandingSignal = Signal & { foundAt: Instant }

/** As much of a signal as its place goes by. */
export type RankedSignal = SignalIdentity & { foundAt: Instant }

/** The most urgent first, and of those alike the one that waits longest. */
export function rankSignals<S extends RankedSignal>(signals: readonly S[]): S[] {
  return signals.toSorted(
    (one, other) =>
      SIGNAL_RULES[other.rule].severity - SIGNAL_RULES[one.rule].severity ||
      one.foundAt - other.foundAt ||
      (one.athleteId < other.athleteId ? -1 : one.athleteId > other.athleteId ? 1 : 0) ||
      (one.subject < other.subject ? -1 : 1),
  )
}
