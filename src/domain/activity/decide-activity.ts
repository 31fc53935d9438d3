import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { HOUR_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanName, cleanNote } from '../text/clean-text.ts'
import type { Activity, ActivitySource, Measured } from './activity.ts'
import { defaultActivityName } from './activity-name.ts'
import type { ActivityDuplicate, ActivityRefusal } from './activity-refusal.ts'
import { requireDayPossible, requirePossible } from './measured-sanity.ts'
import { isSameRun } from './same-run.ts'

export const ACTIVITY_NAME_MAX = 80
export const ACTIVITY_NOTE_MAX = 1_000

/**
 * Starts at most this far apart may be one run or of one local day: a day has 25 hours at most, and two zones differ by
 * 26.
 */
export const NEIGHBOURHOOD_MS = 52 * HOUR_MS

export type NewActivityFacts = {
  id: ActivityId
  organizationId: OrganizationId
  athleteId: AccountId
  now: Instant
  measured: Measured
  source: ActivitySource
  localOn: LocalDay
  zone: Zone
  /** Empty for the default. */
  name: string
  note: string
  fileSha256: string | null
  /** The hour of the start is a guess, so that the name leaves it out. */
  startIsAssumed: boolean
  /** The athlete's activities of the neighbourhood, and those of the same file. */
  others: readonly Activity[]
  /** Those logged in the same breath: they fill the day, and are no duplicates. */
  siblings: readonly Activity[]
  /** The athlete says that it is another one than the one it looks like. */
  isAgain: boolean
}

/** What is measured becomes an athlete's activity, unless nobody can have done it or it is there already. */
export function decideNewActivity(facts: NewActivityFacts): Result<Activity, ActivityRefusal> {
  const { measured, now } = facts
  const possible = requirePossible(measured, now)
  if (!possible.ok) return possible
  const texts = requireTexts(facts.name, facts.note)
  if (!texts.ok) return texts
  const { id, organizationId, athleteId, source, localOn, zone, fileSha256 } = facts
  const start = facts.startIsAssumed ? null : measured.startedAt
  const activity: Activity = {
    ...measured,
    id,
    organizationId,
    athleteId,
    name: texts.value.name || defaultActivityName(measured.subType, start, zone),
    source,
    localOn,
    zone,
    // What others see of it is decided by what the athlete shares with each group.
    visibility: 'share',
    note: texts.value.note,
    fileSha256,
    createdAt: now,
    updatedAt: now,
  }
  const duplicate = duplicateOf(activity, facts.others, facts.isAgain)
  if (duplicate) return refuse(duplicate)
  return whereDayIsPossible(activity, [...facts.others, ...facts.siblings])
}

/** Activities that may be the same run, of which one was typed from memory; a file is not refused for them. */
export function lookalikesOf(activity: Activity, others: readonly Activity[]): Activity[] {
  return others.filter(other => other.id !== activity.id && isSameRun(activity, other) === 'likely')
}

function whereDayIsPossible(
  activity: Activity,
  others: readonly Activity[],
): Result<Activity, ActivityRefusal> {
  const ofDay = others.filter(other => other.localOn === activity.localOn)
  const day = requireDayPossible(
    ofDay.reduce((total, other) => total + other.durationMs, activity.durationMs),
  )
  return day.ok ? ok(activity) : day
}

function duplicateOf(
  activity: Activity,
  others: readonly Activity[],
  isAgain: boolean,
): ActivityDuplicate | undefined {
  const { fileSha256 } = activity
  const ofFile = others.filter(other => fileSha256 !== null && other.fileSha256 === fileSha256)
  // A multisport file holds several: each is compared to the one that starts with it.
  const sameFile = ofFile.find(
    other => other.startedAt === activity.startedAt || isSameRun(activity, other) === 'same',
  )
  if (sameFile) return { code: 'activity-duplicate-file', existing: sameFile }
  const same = others.find(other => isSameRun(activity, other) === 'same')
  if (same) return { code: 'activity-duplicate', existing: same }
  const likely = fileSha256 === null && !isAgain ? lookalikesOf(activity, others)[0] : undefined
  return likely && { code: 'activity-duplicate-likely', existing: likely }
}

/** Only the fields given change. */
export type ActivityChange = Partial<
  Pick<Activity, 'name' | 'subType' | 'distanceCm' | 'durationMs' | 'note' | 'startedAt' | 'localOn'>
>

export type ActivityChangeFacts = {
  activity: Activity
  change: ActivityChange
  now: Instant
  /** The athlete's activities of the changed one's neighbourhood, itself among them. */
  others: readonly Activity[]
}

/** The changed activity. An empty name becomes the default, and a default name follows what it was made from. */
export function decideActivityChange(facts: ActivityChangeFacts): Result<Activity, ActivityRefusal> {
  const { activity, change, now } = facts
  const merged: Activity = { ...activity, ...change }
  const texts = requireTexts(merged.name, merged.note)
  if (!texts.ok) return texts
  const changed: Activity = {
    ...merged,
    name: nameOf(activity, merged, texts.value.name),
    note: texts.value.note,
    elapsedMs: elapsedOf(activity, merged.durationMs),
    updatedAt: now,
  }
  const possible = requirePossible(changed, now)
  if (!possible.ok) return possible
  const others = facts.others.filter(other => other.id !== activity.id)
  const same = others.find(other => isSameRun(changed, other) === 'same')
  if (same) return refuse({ code: 'activity-duplicate', existing: same })
  return whereDayIsPossible(changed, others)
}

function nameOf(before: Activity, { subType, startedAt, zone }: Activity, name: string): string {
  const timed = defaultActivityName(subType, startedAt, zone)
  if (name === '') return timed
  if (name !== before.name) return name
  if (name === defaultActivityName(before.subType, before.startedAt, before.zone)) return timed
  const wasUntimed = name === defaultActivityName(before.subType, null, before.zone)
  if (!wasUntimed) return name
  return startedAt === before.startedAt ? defaultActivityName(subType, null, zone) : timed
}

/** Pauses that a device saw stay; what was typed has none. */
function elapsedOf(before: Activity, durationMs: number): number {
  return before.elapsedMs - before.durationMs + durationMs
}

function requireTexts(name: string, note: string): Result<{ name: string; note: string }, ActivityRefusal> {
  const texts = { name: cleanName(name), note: cleanNote(note) }
  if (texts.name.length > ACTIVITY_NAME_MAX) {
    return refuse({
      code: 'activity-name-too-long',
      limit: ACTIVITY_NAME_MAX,
      length: texts.name.length,
    })
  }
  if (texts.note.length > ACTIVITY_NOTE_MAX) {
    return refuse({
      code: 'activity-note-too-long',
      limit: ACTIVITY_NOTE_MAX,
      length: texts.note.length,
    })
  }
  return ok(texts)
}
