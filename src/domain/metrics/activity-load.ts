import type { Instant, LocalDay } from '#kernel/instant.ts'
import { oxygenTimes } from './effort-profile.ts'
import {
  type Confidence,
  type EffortFacts,
  type EffortMethod,
  type EffortScore,
  effortScore,
  isOnFoot,
} from './effort-score.ts'
import { gradedAverage } from './graded-speed.ts'
import { VDOT_LOAD_VERSION } from './metric-version.ts'
import type { VdotBasis } from './vdot-history.ts'
import { loadOfTimes, steadyLoad } from './vdot-load.ts'

/** Why there is no VDOT load. */
export type LoadMissing = 'no-vdot' | 'not-on-foot' | 'no-distance'

/** What a load was reckoned from, kept beside it so that it can be explained later as it was then. */
export type LoadInputs = {
  version: string
  computedAt: Instant
  vdot: number | null
  vdotFrom: LocalDay | null
  vdotBasis: VdotBasis | null
  /** `stream`: every second of a recording; `averages`: distance, time and climb alone. */
  from: 'stream' | 'averages'
  missing: LoadMissing | null
  /** Seconds a kilometre on the flat that would have cost as much; null without a distance. */
  gradedPace: number | null
  maxHeartRate: number | null
  maxHeartRateFrom: 'given' | 'measured' | 'age' | null
  restingHeartRate: number | null
  thresholdHeartRate: number | null
}

export type ActivityLoad = {
  /** Thousandths of a VDOT point; null where nothing can be said. */
  vdotLoadMilli: number | null
  effortScoreMilli: number | null
  method: EffortMethod | null
  confidence: Confidence | null
  inputs: LoadInputs
}

export type LoadFacts = EffortFacts & {
  now: Instant
  vdotFrom: LocalDay | null
  vdotBasis: VdotBasis | null
}

/** Both loads of an activity, from its recording where there is one and from its averages where not. */
export function activityLoad(facts: LoadFacts): ActivityLoad {
  const { activity, vdot, heart } = facts
  const effort = effortScore(facts)
  const graded = gradedSpeed(facts)
  const missing = missingOf(facts)
  const load = missing === null && vdot !== null ? vdotLoad(facts, vdot, graded ?? 0) : null
  return {
    vdotLoadMilli: load === null ? null : Math.round(load * 1_000),
    effortScoreMilli: effort && Math.round(effort.score * 1_000),
    method: effort?.method ?? null,
    confidence: effort && confidenceOf(effort, facts),
    inputs: {
      version: VDOT_LOAD_VERSION,
      computedAt: facts.now,
      vdot,
      vdotFrom: facts.vdotFrom,
      vdotBasis: facts.vdotBasis,
      from: hasStream(facts) ? 'stream' : 'averages',
      missing,
      gradedPace: graded === null || !isOnFoot(activity.subType) ? null : Math.round(1_000 / graded),
      maxHeartRate: heart.max?.bpm ?? null,
      maxHeartRateFrom: heart.max?.from ?? null,
      restingHeartRate: heart.rest,
      thresholdHeartRate: heart.threshold,
    },
  }
}

/** What rests on an estimated VDOT, or on a treadmill's own idea of speed, is not certain. */
function confidenceOf({ method, confidence }: EffortScore, { vdotBasis, activity }: LoadFacts): Confidence {
  const usesSpeed = method === 'pace' || method === 'plus'
  const isUncertain = vdotBasis === 'effort' || activity.subType === 'treadmill'
  return usesSpeed && isUncertain && confidence === 'high' ? 'medium' : confidence
}

function missingOf({ activity, vdot }: LoadFacts): LoadMissing | null {
  if (!isOnFoot(activity.subType)) return 'not-on-foot'
  if (activity.distanceCm === null) return 'no-distance'
  return vdot === null ? 'no-vdot' : null
}

function vdotLoad(facts: LoadFacts, vdot: number, graded: number): number {
  const { profile, activity } = facts
  if (profile && hasStream(facts)) return loadOfTimes(oxygenTimes(profile.oxygen), vdot)
  return steadyLoad(graded, activity.durationMs / 1_000, vdot)
}

/** A recording that knows the speed for nearly all of its time. */
function hasStream({ profile, activity }: LoadFacts): boolean {
  return (
    profile !== null &&
    profile.gradedSpeed !== null &&
    profile.knownSeconds * 1_000 >= 0.95 * activity.durationMs
  )
}

/** Metres a second on the flat that would have cost as much; null without a distance. */
function gradedSpeed(facts: LoadFacts): number | null {
  const { activity, profile } = facts
  if (profile?.gradedSpeed && hasStream(facts)) return profile.gradedSpeed / 1_000
  if (activity.distanceCm === null) return null
  const meters = activity.distanceCm / 100
  const climb = activity.climbCm === null ? null : activity.climbCm / 100
  return gradedAverage(meters / (activity.durationMs / 1_000), meters, climb)
}
