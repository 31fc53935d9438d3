import type { Clock } from '#kernel/instant.ts'

/** Somebody with many keys must not fill the memory: the oldest are forgotten. */
const MOST_KEYS = 10_000

export type RateLimit = {
  /** Counts one; false when it is one too many. */
  take(key: string): boolean
}

/** So many of each key within so long, counted in memory: a restart forgives. */
export function createRateLimit(now: Clock, most: number, withinMs: number): RateLimit {
  const counted = new Map<string, { since: number; count: number }>()
  return {
    take(key) {
      const before = counted.get(key)
      const entry = before && now() - before.since < withinMs ? before : { since: now(), count: 0 }
      counted.delete(key)
      counted.set(key, { ...entry, count: entry.count + 1 })
      const oldest = counted.keys().next()
      if (counted.size > MOST_KEYS && !oldest.done) counted.delete(oldest.value)
      return entry.count < most
    },
  }
}
