import { MINUTE_MS } from '#kernel/instant.ts'
import { localDayAt, localTimeAt } from '../calendar/local-day.ts'
import type { Activity } from './activity.ts'
import { ACTIVITY_NOTE_MAX } from './activity-limits.ts'
import type { ActivityOrigin, Said } from './activity-origin.ts'
import { joinNotes, type Merged, mergeOrigins } from './merge-origins.ts'
import { isSameRun, isTyped, type Sameness } from './same-run.ts'

/** What becomes of an activity that comes: it is a new one, one more origin of another, or its athlete must say. */
export type MergeDecision =
  | { kind: 'new' }
  | { kind: 'merge'; into: Activity }
  /** Typed as one is that was typed already. */
  | { kind: 'same'; existing: Activity }
  /** Typed nearly as one is that was typed already. */
  | { kind: 'ask'; existing: Activity }

/** Devices that take the wall clock for UTC are off by the zone's offset; clocks are a minute off at most. */
const CLOCK_TOLERANCE_MS = 1.5 * MINUTE_MS

/**
 * Finds the activity that one which comes is a double of. Recordings merge into whatever is the same run or looks like
 * it; of two typed ones the athlete is asked. What comes from Strava's interface stays by itself, as its terms want.
 * `isAgain`: the athlete says that it is another one than what it looks like.
 */
export function decideMerge(
  incoming: Activity,
  others: readonly Activity[],
  isAgain: boolean,
): MergeDecision {
  if (isUnmergeable(incoming)) return { kind: 'new' }
  const found = others
    .filter(other => other.id !== incoming.id && !isUnmergeable(other))
    .map(other => ({ other, sameness: samenessOf(incoming, other) }))
    .filter(({ sameness }) => sameness === 'same' || (sameness === 'likely' && !isAgain))
    .toSorted((one, next) => compareNearness(incoming, one, next))
  const [best] = found
  if (!best) return { kind: 'new' }
  if (isTyped(incoming) && isTyped(best.other)) {
    return { kind: best.sameness === 'same' ? 'same' : 'ask', existing: best.other }
  }
  return { kind: 'merge', into: best.other }
}

/** The activity with one more origin. What its athlete changed by hand since stays as they changed it. */
export function withOrigin(
  activity: Activity,
  origins: readonly ActivityOrigin[],
  incoming: Said,
  now: Activity['updatedAt'],
): Activity {
  const said = origins.map(origin => origin.said)
  const after = mergeOrigins([...said, incoming])
  const edited = keepingEdits(activity, mergeOrigins(said), after)
  const isNoteEdited = edited.note !== after.note
  const note = isNoteEdited ? joinNotes([activity.note, incoming.note]) : after.note
  return { ...edited, note: note.slice(0, ACTIVITY_NOTE_MAX), updatedAt: now }
}

/** The activity without one of its origins, as the others say it. */
export function withoutOrigin(
  activity: Activity,
  origins: readonly ActivityOrigin[],
  leaving: ActivityOrigin,
  now: Activity['updatedAt'],
): Activity {
  const before = mergeOrigins(origins.map(origin => origin.said))
  const rest = origins.filter(origin => origin.id !== leaving.id).map(origin => origin.said)
  return { ...keepingEdits(activity, before, mergeOrigins(rest)), updatedAt: now }
}

/** Each field as it is now said, unless it stands otherwise than it was said before: then somebody changed it. */
function keepingEdits(activity: Activity, before: Merged, after: Merged): Activity {
  const fields = Object.keys(after) as (keyof Merged)[]
  const kept = fields.filter(field => activity[field] !== before[field])
  return { ...activity, ...after, ...Object.fromEntries(kept.map(field => [field, activity[field]])) }
}

function isUnmergeable({ source }: Activity): boolean {
  return source === 'strava'
}

function samenessOf(one: Activity, other: Activity): Sameness {
  const sameness = isSameRun(one, other)
  return sameness === 'different' && isZoneShifted(one, other) ? 'likely' : sameness
}

/** The very same figures, as far apart as the wall clock is from UTC. */
function isZoneShifted(one: Activity, other: Activity): boolean {
  if (isTyped(one) || isTyped(other) || one.distanceCm === null || other.distanceCm === null) return false
  const offset = offsetOf(one)
  const apart = Math.abs(one.startedAt - other.startedAt)
  return (
    offset > 0 &&
    Math.abs(apart - offset) <= CLOCK_TOLERANCE_MS &&
    isSameRun({ ...one, startedAt: other.startedAt }, other) === 'same' &&
    Math.abs(one.distanceCm - other.distanceCm) <= 0.005 * one.distanceCm &&
    Math.abs(one.elapsedMs - other.elapsedMs) <= 0.01 * one.elapsedMs
  )
}

/** How far the wall clock of its zone stood from UTC when it started, either way. */
function offsetOf({ startedAt, zone }: Activity): number {
  const wallClock = Date.parse(`${localDayAt(startedAt, zone)}T${localTimeAt(startedAt, zone)}Z`)
  return Math.abs(wallClock - Math.floor(startedAt / MINUTE_MS) * MINUTE_MS)
}

type Found = { other: Activity; sameness: Sameness }

/** The surest first, then what starts nearest, then what is nearest in length; at last by id, so that it is always the same. */
function compareNearness(incoming: Activity, one: Found, next: Found): number {
  if (one.sameness !== next.sameness) return one.sameness === 'same' ? -1 : 1
  const start = ({ other }: Found) => Math.abs(other.startedAt - incoming.startedAt)
  const length = ({ other }: Found) => Math.abs((other.distanceCm ?? 0) - (incoming.distanceCm ?? 0))
  return start(one) - start(next) || length(one) - length(next) || (one.other.id < next.other.id ? -1 : 1)
}
