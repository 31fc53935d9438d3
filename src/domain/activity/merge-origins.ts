import type { Visibility } from './activity.ts'
import { ACTIVITY_NOTE_MAX } from './activity-limits.ts'
import { defaultActivityName } from './activity-name.ts'
import type { Said } from './activity-origin.ts'
import type { SubType } from './sub-type.ts'

/** An activity as its origins together say it. */
export type Merged = Omit<Said, 'startIsAssumed'>

/**
 * What several sources of one activity say together; the order in which they are given makes no difference, and saying a
 * thing twice adds nothing. Start, time and distance are the richest source's, and what that does not know is the next
 * one's. A name, a kind and an effort that the athlete typed count before a device's; notes are kept all; and nobody sees
 * more of it than the strictest of them allows.
 */
export function mergeOrigins(origins: readonly Said[]): Merged {
  const byRichness = origins.toSorted(compareRichness)
  const byWords = byRichness.toSorted((one, other) => classOf(one) - classOf(other))
  const richest = byRichness[0]
  if (!richest) throw new TypeError('an activity without an origin')
  const { startIsAssumed, ...kept } = richest
  const firstKnown = <Field extends keyof Said>(field: Field, from = byRichness): Said[Field] | null =>
    from.find(said => said[field] !== null && said[field] !== '')?.[field] ?? null
  const heart = byRichness.find(said => said.averageHeartRate !== null)
  const subType = subTypeOf(byWords) ?? richest.subType
  const start = startIsAssumed ? null : richest.startedAt
  return {
    ...kept,
    subType,
    distanceCm: firstKnown('distanceCm'),
    climbCm: firstKnown('climbCm'),
    averageHeartRate: heart?.averageHeartRate ?? null,
    maxHeartRate: (heart ?? richest).maxHeartRate,
    device: firstKnown('device'),
    name: firstKnown('name', byWords) ?? defaultActivityName(subType, start, richest.zone),
    note: joinNotes(byWords.map(said => said.note)),
    perceivedEffort: firstKnown('perceivedEffort', byWords),
    visibility: strictestOf(origins.map(said => said.visibility)),
  }
}

/** Each note once, one below the other; one that says what another one says too is left out. */
export function joinNotes(notes: readonly string[]): string {
  const said: string[] = []
  for (const note of notes) {
    if (note === '' || said.some(before => before.includes(note))) continue
    said.push(note)
  }
  return said.join('\n').slice(0, ACTIVITY_NOTE_MAX).toWellFormed()
}

const STRICTEST = ['hide', 'coach-only'] as const

/** What the strictest of these allows. */
export function strictestOf(visibilities: readonly Visibility[]): Visibility {
  return STRICTEST.find(strict => visibilities.includes(strict)) ?? 'share'
}

/** What a person says of it without a recording comes first, then lists and pushes, then files. */
function classOf({ source, fileSha256 }: Said): number {
  if (source === 'line' || source === 'form') return 0
  return fileSha256 === null ? 1 : 2
}

/** A device's timer is better than a time guessed from the points. */
const FORMATS: readonly string[] = ['fit', 'tcx', 'gpx']

function richness(said: Said): number[] {
  const known = [said.distanceCm, said.climbCm, said.averageHeartRate, said.maxHeartRate]
  const format = FORMATS.indexOf(said.source)
  return [
    classOf(said),
    known.filter(value => value !== null).length,
    format < 0 ? 0 : FORMATS.length - format,
    said.startIsAssumed ? 0 : 1,
    said.elapsedMs,
  ]
}

/** The richer first; what is equal in all of that, in any order that is always the same. */
function compareRichness(one: Said, other: Said): number {
  const [ones, others] = [richness(one), richness(other)]
  for (const [at, value] of ones.entries()) {
    const difference = (others[at] ?? 0) - value
    if (difference !== 0) return difference
  }
  const [text, otherText] = [textOf(one), textOf(other)]
  return text < otherText ? -1 : text > otherText ? 1 : 0
}

function textOf(said: Said): string {
  return JSON.stringify(Object.entries(said).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

const GENERIC: readonly SubType[] = ['easy-run', 'other']

/** The first that says more than "a run" or "something". */
function subTypeOf(byWords: readonly Said[]): SubType | undefined {
  return byWords.find(said => !GENERIC.includes(said.subType))?.subType
}
