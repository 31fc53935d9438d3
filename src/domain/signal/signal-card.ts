import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay, LocalTime } from '#kernel/instant.ts'
import type { StandingSignal } from './rank-signals.ts'
import type { SignalFinding } from './signal.ts'

/** Who needs a coach, most urgent first, five at a time. */
export type AttentionCard = {
  signals: AttentionItem[]
  /** How many wait beyond those. */
  more: number
  /** Only those in the coach's care are looked at. */
  isOfOwnAthletes: boolean
  mayChange: boolean
}
export type AttentionItem = StandingSignal & { name: string; today: LocalDay }

/** What a nudge is drafted from. */
export type NudgeCard = {
  signal: StandingSignal
  athleteId: AccountId
  name: string
  coachName: string
  /** The time on the athlete's wall clock, where it is in their quiet hours; else null. */
  nightTime: LocalTime | null
  /** When those are over. */
  quietUntil: LocalTime | null
}

/** What somebody may be glad of, for their own eyes. */
export type Insight = { finding: SignalFinding; today: LocalDay }
