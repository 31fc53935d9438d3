import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Activity, ActivitySource, Measured, Visibility } from './activity.ts'
import { requireTexts, whereDayIsPossible } from './activity-limits.ts'
import { defaultActivityName } from './activity-name.ts'
import type { ActivityRefusal } from './activity-refusal.ts'
import { decideMerge } from './decide-merge.ts'
import { requirePossible } from './measured-sanity.ts'
import { isSameRun } from './same-run.ts'

/** `isOfFile`: the very file that comes is one of its origins already. */
export type OtherActivity = Activity & { isOfFile?: boolean }

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
  others: readonly OtherActivity[]
  /** Those logged in the same breath: they fill the day, and are no duplicates. */
  siblings: readonly Activity[]
  /** The athlete says that it is another one than the one it looks like. */
  isAgain: boolean
}

/** `into`: the activity of which this one is one more origin; null when it stands for itself. */
export type NewActivity = { activity: Activity; into: Activity | null }

/**
 * What is measured becomes an athlete's activity, or one more origin of one that is there, unless nobody can have done
 * it or it is there already.
 */
export function decideNewActivity(facts: NewActivityFacts): Result<NewActivity, ActivityRefusal> {
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
  const ofFile = duplicateOfFile(activity, facts.others)
  if (ofFile) return refuse({ code: 'activity-duplicate-file', existing: ofFile })
  const merge = decideMerge(activity, facts.others, facts.isAgain)
  switch (merge.kind) {
    case 'same':
      return refuse({ code: 'activity-duplicate', existing: merge.existing, isFromFile: false })
    case 'ask':
      return refuse({ code: 'activity-duplicate-likely', existing: merge.existing })
    case 'merge':
      return ok({ activity, into: merge.into })
    case 'new': {
      const possibleDay = whereDayIsPossible(activity, [...facts.others, ...facts.siblings])
      return possibleDay.ok ? ok({ activity, into: null }) : possibleDay
    }
  }
}

/** A multisport file holds several: each is compared to the one that starts with it. */
function duplicateOfFile(activity: Activity, others: readonly OtherActivity[]): Activity | undefined {
  const { fileSha256, startedAt } = activity
  if (fileSha256 === null) return undefined
  return others.find(
    other =>
      (other.fileSha256 === fileSha256 || other.isOfFile === true) &&
      (other.startedAt === startedAt || isSameRun(activity, other) === 'same'),
  )
}
