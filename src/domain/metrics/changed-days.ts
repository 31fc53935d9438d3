import type { LocalDay } from '#kernel/instant.ts'
import { type VdotCandidate, vdotOn } from './vdot-history.ts'

/** Days on which another value is in force; `until` is the first day after them, null where there is none. */
export type ChangedDays = { from: LocalDay; until: LocalDay | null }

/** Where two histories differ, from the first such day to behind the last; null where they say the same. */
export function changedDays(
  before: readonly VdotCandidate[],
  after: readonly VdotCandidate[],
): ChangedDays | null {
  const days = [...new Set([...before, ...after].map(entry => entry.on))].sort()
  const differs = days.map(day => !isSame(vdotOn(before, day), vdotOn(after, day)))
  const from = days[differs.indexOf(true)]
  if (from === undefined) return null
  return { from, until: days[differs.lastIndexOf(true) + 1] ?? null }
}

function isSame(one: VdotCandidate | undefined, other: VdotCandidate | undefined): boolean {
  return (
    one?.vdotMilli === other?.vdotMilli &&
    one?.basis === other?.basis &&
    one?.on === other?.on &&
    one?.activityId === other?.activityId
  )
}
