import { type Clock, MINUTE_MS } from '#kernel/instant.ts'

/** So many wrong links from one address in so long, and it gets no answer for the rest of that time. */
export const WRONG_LINKS_MAX = 20
const WITHIN_MS = 10 * MINUTE_MS
/** An attacker with many addresses must not fill the memory: the oldest are forgotten. */
const MOST_ADDRESSES = 10_000

export type WrongLinks = { isBlocked(address: string): boolean; note(address: string): void }

/** Counts wrong links by network address, in memory: a restart forgives. */
export function createWrongLinks(now: Clock): WrongLinks {
  const wrong = new Map<string, { since: number; count: number }>()
  const recent = (address: string) => {
    const entry = wrong.get(address)
    return entry && now() - entry.since < WITHIN_MS ? entry : undefined
  }
  return {
    isBlocked: address => (recent(address)?.count ?? 0) >= WRONG_LINKS_MAX,
    note(address) {
      const entry = recent(address) ?? { since: now(), count: 0 }
      wrong.delete(address)
      wrong.set(address, { ...entry, count: entry.count + 1 })
      const oldest = wrong.keys().next()
      if (wrong.size > MOST_ADDRESSES && !oldest.done) wrong.delete(oldest.value)
    },
  }
}
