import { MINUTE_MS } from '#kernel/instant.ts'
import type { Activity } from './activity.ts'
import { isRun } from './sub-type.ts'
import { cmOfMeters } from './units.ts'

/** What of an activity tells whether it is another one's double. */
export type RunTraits = Pick<
  Activity,
  'source' | 'subType' | 'startedAt' | 'distanceCm' | 'durationMs' | 'elapsedMs' | 'localOn'
>

/** `same`: one run recorded twice, to be merged. `likely`: worth asking. `different`: two runs. */
export type Sameness = 'same' | 'likely' | 'different'

const START_TOLERANCE_MS = 3 * MINUTE_MS

/**
 * Whether two activities of one athlete are one run that came twice. Symmetric; every activity is the same as itself.
 *
 * *Same*: both are runs (or of one sub-type), they start within 3 minutes of each other or one starts while the other
 * is under way, distances differ by at most 5 % or 200 m and durations by at most 10 % or 2 minutes, whichever is more.
 * Two lines typed by hand must agree exactly in distance and duration: their starts are often only assumed.
 *
 * *Likely*: the same, but only one of them knows its distance (a treadmill beside a line); or one was typed, both are of
 * one calendar day, and distances differ by at most 3 % or 150 m and durations by at most 3 % or 1 minute: what is typed
 * from memory has rounded figures and a start at noon, and says nothing of when it was.
 */
export function isSameRun(one: RunTraits, other: RunTraits): Sameness {
  const ofOneKind = one.subType === other.subType || (isRun(one.subType) && isRun(other.subType))
  if (!ofOneKind) return 'different'
  if (startTogether(one, other) && near(one.durationMs, other.durationMs, 0.1, 2 * MINUTE_MS)) {
    const distances = compareDistances(one, other, 0.05, cmOfMeters(200))
    if (distances === 'near' && !(isTyped(one) && isTyped(other))) return 'same'
    if (one.distanceCm === other.distanceCm && one.durationMs === other.durationMs) return 'same'
    if (distances === 'one-unknown') return 'likely'
  }
  const rememberedAlike =
    (isTyped(one) || isTyped(other)) &&
    one.localOn === other.localOn &&
    near(one.durationMs, other.durationMs, 0.03, MINUTE_MS) &&
    compareDistances(one, other, 0.03, cmOfMeters(150)) === 'near'
  return rememberedAlike ? 'likely' : 'different'
}

/** From memory: rounded figures, and often a start that is only assumed. */
export function isTyped({ source }: Pick<RunTraits, 'source'>): boolean {
  return source === 'line' || source === 'form'
}

function startTogether(one: RunTraits, other: RunTraits): boolean {
  const [first, second] = one.startedAt <= other.startedAt ? [one, other] : [other, one]
  const apartMs = second.startedAt - first.startedAt
  return apartMs <= START_TOLERANCE_MS || apartMs < first.elapsedMs
}

function near(one: number, other: number, share: number, least: number): boolean {
  return Math.abs(one - other) <= Math.max(least, share * Math.max(one, other))
}

function compareDistances(one: RunTraits, other: RunTraits, share: number, leastCm: number) {
  if (one.distanceCm === null && other.distanceCm === null) return 'near'
  if (one.distanceCm === null || other.distanceCm === null) return 'one-unknown'
  return near(one.distanceCm, other.distanceCm, share, leastCm) ? 'near' : 'far'
}
