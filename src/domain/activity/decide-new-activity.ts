import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { Activity, ActivitySource, Measured, Visibility } from './activity.ts'
import { requireTexts, whereDayIsPossible } from './activity-limits.ts'
import { defaultActivityName } from './activity-name.ts'
import type { ActivityDuplicate, ActivityRefusal } from './activity-refusal.ts'
import { requirePossible } from './measured-sanity.ts'
import { isSameRun } from './same-run.ts'

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
  /** As shared with each group where the athlete chose nothing else for this one. */
  visibility?: Visibility
  fileSha256: string | null
  /** 1 to 10; null or left out when the athlete did not say. */
  perceivedEffort?: number | null
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
    visibility: facts.visibility ?? 'share',
    note: texts.value.note,
    fileSha256,
    perceivedEffort: facts.perceivedEffort ?? null,
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
  if (same) return { code: 'activity-duplicate', existing: same, isFromFile: fileSha256 !== null }
  const likely = fileSha256 === null && !isAgain ? lookalikesOf(activity, others)[0] : undefined
  return likely && { code: 'activity-duplicate-likely', existing: likely }
}
