import { cleanName } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Attributes, decideAttributes, LABELS_MAX, type Label } from './decide-attributes.ts'
import type { RosterRefusal } from './roster-refusal.ts'

/** So many athletes change at once: few enough that nobody else waits for it. */
export const BULK_MAX = 500
/** How long a change of many can be taken back. */
export const BULK_UNDO_MS = DAY_MS

/** As typed and chosen; what is empty stays as it is. */
export type BulkTyped = {
  level: string
  addLabels: string
  removeLabels: string
  groupId: string | null
  coachId: string | null
}

/** `level: null` takes the level away, undefined leaves it. */
export type BulkAttributes = { level?: string | null; add: Label[]; remove: Label[] }

/** What the change was for, to say it and to take it back. */
export type BulkEffect = {
  level?: string | null
  add: string[]
  remove: string[]
  group: { id: string; name: string } | null
  coach: { id: string; name: string } | null
}

/** What it did to one athlete: only that is taken back. */
export type BulkTrace = {
  levelBefore?: string | null
  added: Label[]
  removed: Label[]
  joined: boolean
  assigned: boolean
}

export type BulkChange = {
  id: string
  madeBy: AccountId
  effect: BulkEffect
  madeAt: Instant
  undoneAt: Instant | null
}

export type BulkRefusal =
  | { code: 'bulk-nothing-chosen' }
  | { code: 'bulk-nothing-changed' }
  | { code: 'bulk-too-many'; count: number; limit: number }
  | { code: 'bulk-not-yours' | 'bulk-suspended' | 'bulk-changed-since'; names: string[] }
  | { code: 'bulk-too-many-labels'; names: string[]; limit: number }
  | { code: 'bulk-label-both'; label: string }
  | { code: 'bulk-undone' | 'bulk-undo-over' | 'bulk-undo-not-yours' }

/** The word that takes a level away. */
const NO_LEVEL = 'none'

/** Reads what is to become of level and labels; null when they stay as they are. */
export function decideBulkAttributes(
  typed: Pick<BulkTyped, 'level' | 'addLabels' | 'removeLabels'>,
): Result<BulkAttributes | null, RosterRefusal | BulkRefusal> {
  const set = decideAttributes({ nickname: '', memberLevel: typed.level, labels: typed.addLabels })
  if (!set.ok) return set
  const unset = decideAttributes({ nickname: '', memberLevel: '', labels: typed.removeLabels })
  if (!unset.ok) return unset
  const add = set.value.labels
  const remove = unset.value.labels
  const both = add.find(label => remove.some(other => other.key === label.key))
  if (both) return refuse({ code: 'bulk-label-both', label: both.label })
  const level = set.value.memberLevel
  if (level === null && add.length === 0 && remove.length === 0) return ok(null)
  const isLevel = cleanName(typed.level) !== ''
  return ok({
    ...(isLevel ? { level: level !== null && nameKey(level) === NO_LEVEL ? null : level } : {}),
    add,
    remove,
  })
}

/** An athlete's attributes afterwards, and what of them is different; null when nothing is. */
export function changedAttributes(
  kept: Attributes,
  change: BulkAttributes,
): { after: Attributes; trace: Pick<BulkTrace, 'levelBefore' | 'added' | 'removed'>; fits: boolean } | null {
  const has = (label: Label) => kept.labels.some(other => other.key === label.key)
  const added = change.add.filter(label => !has(label))
  const removed = kept.labels.filter(label => change.remove.some(other => other.key === label.key))
  const isOtherLevel = change.level !== undefined && change.level !== kept.memberLevel
  if (added.length === 0 && removed.length === 0 && !isOtherLevel) return null
  const labels = [...kept.labels.filter(label => !removed.includes(label)), ...added]
  return {
    after: { ...kept, memberLevel: change.level === undefined ? kept.memberLevel : change.level, labels },
    trace: { ...(isOtherLevel ? { levelBefore: kept.memberLevel } : {}), added, removed },
    fits: labels.length <= LABELS_MAX,
  }
}

/** Attributes with what a change did taken back; null when somebody has changed the same since. */
export function restoredAttributes(
  kept: Attributes,
  trace: BulkTrace,
  effect: Pick<BulkEffect, 'level'>,
): Attributes | null {
  const has = (label: Label) => kept.labels.some(other => other.key === label.key)
  const isLevel = trace.levelBefore !== undefined
  if (isLevel && kept.memberLevel !== effect.level) return null
  if (!trace.added.every(has) || trace.removed.some(has)) return null
  const labels = [
    ...kept.labels.filter(label => !trace.added.some(other => other.key === label.key)),
    ...trace.removed,
  ]
  if (labels.length > LABELS_MAX) return null
  return {
    ...kept,
    memberLevel: trace.levelBefore === undefined ? kept.memberLevel : trace.levelBefore,
    labels,
  }
}
