import { nameKey } from '../text/name-key.ts'
import type { MemberFacts, Metric } from './metric.ts'

/** A member's place on a board. */
export type Standing<Facts extends MemberFacts = MemberFacts> = {
  readonly facts: Facts
  /** In the metric's unit; 0 for the idle. */
  readonly score: number
  /** From 1. Equal scores share a rank, and the next one counts them all: 1, 2, 2, 4. */
  readonly rank: number
  /** Did nothing in the range: shown apart, after everybody who did something. */
  readonly isIdle: boolean
}

/**
 * Everybody whom the metric can rank, in order: the higher score first, then by the key of the name that is printed, then
 * by id, so that the order does not depend on the order given, and is the same in words, table and picture. Idle members come last and share the rank after all others, also after those whose
 * activities score 0 (runs that do not know their climb).
 */
export function rankMembers<Facts extends MemberFacts>(
  members: readonly Facts[],
  metric: Metric<Facts>,
): Standing<Facts>[] {
  const scored = members.flatMap(facts => {
    const isIdle = metric.isIdle ? metric.isIdle(facts) : facts.activities === 0
    const score = isIdle ? 0 : metric.scoreOf(facts)
    return score === null ? [] : [{ facts, score, isIdle, key: nameKey(facts.name) }]
  })
  scored.sort(
    (one, other) =>
      Number(one.isIdle) - Number(other.isIdle) ||
      other.score - one.score ||
      compareText(one.key, other.key) ||
      compareText(one.facts.memberId, other.facts.memberId),
  )
  let rank = 0
  return scored.map(({ facts, score, isIdle }, index) => {
    const above = scored[index - 1]
    if (!above || above.score !== score || above.isIdle !== isIdle) rank = index + 1
    return { facts, score, rank, isIdle }
  })
}

/** By code units: the same on every machine, whatever its language. */
function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
