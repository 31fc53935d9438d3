import type { LocalDay } from '#kernel/instant.ts'
import type { Units } from '../activity/units.ts'

/** How many are named; the others are one sum. */
export const NAMED_IN_WEEKS = 7

export type WeeksOf = { name: string; distanceCm: number[] }

/** What the members of a group ran in some weeks, the farthest first. */
export type GroupWeeks = {
  groupName: string
  /** The Mondays, oldest first. */
  weeks: LocalDay[]
  people: WeeksOf[]
  /** All who are not named, as one; null where everybody is. */
  rest: { count: number; distanceCm: number[] } | null
  /** Of how many who share with the group, of all, in the last week. */
  sharing: number
  total: number
  units: Units
}

type Member = { memberId: string; name: string; distanceCm: number }

/** Of the members of each week: the seven who ran farthest in all by name, the rest as one sum; none who did not run. */
export function farthestOf(weeks: readonly (readonly Member[])[]): Pick<GroupWeeks, 'people' | 'rest'> {
  const people = new Map<string, WeeksOf & { id: string }>()
  for (const [week, members] of weeks.entries()) {
    for (const { memberId, name, distanceCm } of members) {
      const known = people.get(memberId) ?? { id: memberId, name, distanceCm: weeks.map(() => 0) }
      known.distanceCm[week] = distanceCm
      people.set(memberId, known)
    }
  }
  const ran = [...people.values()]
    .filter(person => sumOf(person) > 0)
    .sort((one, other) => sumOf(other) - sumOf(one) || (one.id < other.id ? -1 : 1))
  const others = ran.slice(NAMED_IN_WEEKS)
  return {
    people: ran.slice(0, NAMED_IN_WEEKS).map(({ name, distanceCm }) => ({ name, distanceCm })),
    rest:
      others.length === 0
        ? null
        : {
            count: others.length,
            distanceCm: weeks.map((_, week) =>
              others.reduce((sum, { distanceCm }) => sum + (distanceCm[week] ?? 0), 0),
            ),
          },
  }
}

export function sumOf({ distanceCm }: { distanceCm: readonly number[] }): number {
  return distanceCm.reduce((sum, each) => sum + each, 0)
}
