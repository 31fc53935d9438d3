import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** What was noticed, with the numbers behind it; lengths in centimetres, times in milliseconds, loads in thousandths. */
export type SignalFinding =
  | { rule: 'pain'; activityId: ActivityId; on: LocalDay; word: string; note: string }
  | {
      rule: 'longest-run'
      activityId: ActivityId
      on: LocalDay
      distanceCm: number
      longestCm: number
    }
  | { rule: 'quiet'; since: LocalDay; days: number; usualDays: number }
  | { rule: 'effort'; since: LocalDay; now: number; before: number; runs: number }
  | { rule: 'jump'; week: LocalDay; measure: 'distance' | 'load'; amount: number; average: number }
  | { rule: 'back'; activityId: ActivityId; on: LocalDay; days: number }
  | {
      rule: 'best'
      activityId: ActivityId
      on: LocalDay
      raceMeters: number
      durationMs: number
      earlierMs: number
    }
  | { rule: 'streak'; since: LocalDay; weeks: number }

/** What makes it the same signal: raised once, and answered once. */
export type SignalIdentity = { rule: SignalFinding['rule']; athleteId: AccountId; subject: string }
export type Signal = SignalIdentity & { finding: SignalFinding }

/** The activity, week or day that a finding is about: the same thing found again tomorrow has the same subject. */
export function subjectOf(finding: SignalFinding): string {
  switch (finding.rule) {
    case 'pain':
    case 'longest-run':
    case 'back':
      return finding.activityId
    case 'best':
      return `${finding.activityId}:${finding.raceMeters}`
    case 'quiet':
    case 'effort':
      return finding.since
    case 'jump':
      return finding.week
    case 'streak':
      return `${finding.since}:${finding.weeks}`
  }
}

/** By rule, athlete and subject, as one text. */
export function signalKey({ rule, athleteId, subject }: SignalIdentity): string {
  return `${rule} ${athleteId} ${subject}`
}
