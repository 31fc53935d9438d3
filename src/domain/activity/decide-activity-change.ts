import type { ActivityId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { Activity } from './activity.ts'
import { requireTexts, whereDayIsPossible } from './activity-limits.ts'
import { defaultActivityName } from './activity-name.ts'
import type { ActivityRefusal } from './activity-refusal.ts'
import { requirePossible } from './measured-sanity.ts'
import { isSameRun } from './same-run.ts'

/** Only the fields given change. */
export type ActivityChange = Partial<
  Pick<
    Activity,
    | 'name'
    | 'subType'
    | 'distanceCm'
    | 'durationMs'
    | 'note'
    | 'visibility'
    | 'perceivedEffort'
    | 'startedAt'
    | 'localOn'
  >
>

export type ActivityChangeFacts = {
  activity: Activity
  change: ActivityChange
  now: Instant
  /** The athlete's activities of the changed one's neighbourhood, itself among them. */
  others: readonly Activity[]
  /** Those of which the athlete said that they are not this one. */
  separated?: ReadonlySet<ActivityId>
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
  const same = others.find(other => !facts.separated?.has(other.id) && isSameRun(changed, other) === 'same')
  if (same) return refuse({ code: 'activity-duplicate', existing: same, isFromFile: false })
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

/** Whether anything but the time of the change is different. */
export function isChanged(before: Activity, after: Activity): boolean {
  const fields = Object.keys(after) as (keyof Activity)[]
  return fields.some(field => field !== 'updatedAt' && before[field] !== after[field])
}
