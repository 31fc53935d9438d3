import type { Activity } from '../activity/activity.ts'
import { isRun } from '../activity/sub-type.ts'
import { beatTimes, type EffortProfile, isSoundHeart } from './effort-profile.ts'
import { gradedAverage } from './graded-speed.ts'
import { type BeatTime, banisterTrimp, type MaxHeartRate, type Sex } from './heart-rate-load.ts'
import { thresholdSpeed } from './vdot.ts'

export type EffortMethod = 'pace' | 'heart-rate' | 'plus' | 'session-rpe' | 'duration'
export type Confidence = 'high' | 'medium' | 'low'
export type EffortScore = { score: number; method: EffortMethod; confidence: Confidence }

/** What is known of a heart on the day; null is not known. */
export type Heart = { max: MaxHeartRate | null; rest: number | null; threshold: number | null; sex: Sex }

export type EffortFacts = {
  activity: Pick<Activity, 'subType' | 'durationMs' | 'distanceCm' | 'climbCm' | 'averageHeartRate'>
  profile: EffortProfile | null
  vdot: number | null
  heart: Heart
  /** Perceived effort of the whole, 0 to 10 (Borg's CR10). */
  perceived: number | null
}

/** Of the time so much must have a known speed. */
const LEAST_KNOWN = 0.95
const DEFAULT_REST = 60
/** Lactate threshold in shares of the maximum, where it is not given. */
const THRESHOLD_OF_MAX = 0.9
/** RPE at which an hour is an hour at threshold. */
const THRESHOLD_RPE = 7
/** Speed of an easy run in shares of the threshold's. */
const EASY_SHARE = 0.8
const PLUS_RANGE = { from: 0.85, to: 1.2 } as const

/**
 * 100 is an hour at threshold. The first of pace, heart rate, perceived effort and duration that is known; pace and heart
 * rate together correct each other within bounds. Null where even the duration says nothing, which is all but runs.
 */
export function effortScore(facts: EffortFacts): EffortScore | null {
  const pace = paceScore(facts)
  const heart = heartScore(facts)
  if (pace && heart) {
    const ratio = Math.sqrt(heart.score / Math.max(pace.score, 1e-9))
    const factor = Math.min(PLUS_RANGE.to, Math.max(PLUS_RANGE.from, ratio))
    return { score: pace.score * factor, method: 'plus', confidence: pace.confidence }
  }
  if (pace) return pace
  if (heart) return heart
  const hours = facts.activity.durationMs / 3_600_000
  if (facts.perceived !== null) {
    const score = 100 * hours * (facts.perceived / THRESHOLD_RPE) ** 2
    return { score, method: 'session-rpe', confidence: 'low' }
  }
  if (!isRun(facts.activity.subType)) return null
  return { score: 100 * hours * EASY_SHARE ** 2, method: 'duration', confidence: 'low' }
}

/** 100 an hour times the square of the speed in shares of the threshold's. */
export function paceEffort(metersPerSecond: number, seconds: number, vdot: number): number {
  return (100 * (seconds / 3_600) * metersPerSecond ** 2) / thresholdSpeed(vdot) ** 2
}

function paceScore({ activity, profile, vdot }: EffortFacts): EffortScore | null {
  if (vdot === null || !isOnFoot(activity.subType)) return null
  const seconds = activity.durationMs / 1_000
  if (profile && profile.hardSpeed !== null && profile.knownSeconds >= LEAST_KNOWN * seconds) {
    const score = paceEffort(profile.hardSpeed / 1_000, profile.movingSeconds, vdot)
    return { score, method: 'pace', confidence: 'high' }
  }
  if (activity.distanceCm === null) return null
  const meters = activity.distanceCm / 100
  const climb = activity.climbCm === null ? null : activity.climbCm / 100
  const score = paceEffort(gradedAverage(meters / seconds, meters, climb), seconds, vdot)
  return { score, method: 'pace', confidence: 'medium' }
}

/** The training impulse against that of an hour at the lactate threshold. */
export function heartEffort(times: readonly BeatTime[], heart: Heart): number | null {
  if (!heart.max) return null
  const max = heart.max.bpm
  const rest = heart.rest ?? DEFAULT_REST
  const threshold = heart.threshold ?? THRESHOLD_OF_MAX * max
  if (!(rest < threshold && threshold <= max)) return null
  const limits = { max, rest }
  const hour = banisterTrimp([{ bpm: threshold, seconds: 3_600 }], limits, heart.sex)
  return (100 * banisterTrimp(times, limits, heart.sex)) / hour
}

function heartScore({ activity, profile, heart }: EffortFacts): EffortScore | null {
  const measured = profile?.heart
  // A strap that slipped is not believed in its average either.
  if (measured && !isSoundHeart(measured)) return null
  const average = activity.averageHeartRate
  const isGuessed = heart.max?.from === 'age'
  if (measured) {
    const score = heartEffort(beatTimes(measured), heart)
    return score === null
      ? null
      : { score, method: 'heart-rate', confidence: isGuessed || heart.rest === null ? 'medium' : 'high' }
  }
  if (average === null) return null
  const score = heartEffort([{ bpm: average, seconds: activity.durationMs / 1_000 }], heart)
  return score === null ? null : { score, method: 'heart-rate', confidence: isGuessed ? 'low' : 'medium' }
}

export function isOnFoot(subType: Activity['subType']): boolean {
  return isRun(subType) || subType === 'walk' || subType === 'hike'
}
