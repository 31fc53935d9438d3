import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { daysBetween } from '../calendar/local-day.ts'

/** `race` and `effort` come from an activity, `entered` from the athlete or a coach. */
export type VdotBasis = 'race' | 'effort' | 'entered'

/** A performance that may set VDOT from its day on. */
export type VdotCandidate = {
  readonly on: LocalDay
  readonly basis: VdotBasis
  /** Whole thousandths. */
  readonly vdotMilli: number
  /** Over what it was run; null where a VDOT was entered as such. */
  readonly distanceCm: number | null
  readonly durationMs: number | null
  readonly activityId: ActivityId | null
  readonly enteredBy: AccountId | null
}

/** A race or estimate says less of today than this many days later. */
export const FRESH_DAYS = 90

const ORDER: Record<VdotBasis, number> = { effort: 0, race: 1, entered: 2 }

/**
 * What VDOT was in force from which day: the candidates that changed it, oldest first, at most one a day.
 *
 * What is entered always holds from its day. A race holds when it is better than what was in force, when that was only
 * an estimate from training, or when that is more than 90 days old. The best effort of a training run, an estimate that
 * may fall short of what the runner could do, never lowers: it holds when nothing was in force, when it beats another
 * estimate, or when it beats a race or entry that is more than 90 days old.
 */
export function vdotHistory(
  candidates: readonly VdotCandidate[],
  before: VdotCandidate | null = null,
): VdotCandidate[] {
  const inOrder = [...candidates].sort(
    (one, other) =>
      compareText(one.on, other.on) ||
      ORDER[one.basis] - ORDER[other.basis] ||
      one.vdotMilli - other.vdotMilli ||
      compareText(one.activityId ?? '', other.activityId ?? ''),
  )
  const history: VdotCandidate[] = []
  let current = before
  for (const candidate of inOrder) {
    if (current && !replaces(candidate, current)) continue
    if (history.at(-1)?.on === candidate.on) history.pop()
    history.push(candidate)
    current = candidate
  }
  return history
}

/** Does the candidate take the place of what is in force on its day? */
export function replaces(candidate: VdotCandidate, current: VdotCandidate): boolean {
  const isBetter = candidate.vdotMilli > current.vdotMilli
  const isStale = daysBetween(current.on, candidate.on) > FRESH_DAYS
  switch (candidate.basis) {
    case 'entered':
      return true
    case 'race':
      return isBetter || current.basis === 'effort' || isStale
    case 'effort':
      return isBetter && (current.basis === 'effort' || isStale)
  }
}

/** The entry in force on a day; undefined before the first. `history` is in order of days. */
export function vdotOn(history: readonly VdotCandidate[], on: LocalDay): VdotCandidate | undefined {
  return history.findLast(entry => entry.on <= on)
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
