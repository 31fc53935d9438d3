/** Token buckets by key: a bucket holds `burst` and refills by `perSecond`. */
export type Pace = {
  /** Takes one token; otherwise the whole seconds to wait, as in Retry-After. */
  take(key: string, perSecond: number, burst: number): { ok: true } | { ok: false; retryAfter: number }
}

export function createPace(now: () => number): Pace {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(key, perSecond, burst) {
      const at = now()
      const bucket = buckets.get(key) ?? { tokens: burst, at }
      const refilled = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond)
      // A thousandth is forgiven, so that a wait of exactly the time asked for is enough.
      if (refilled < 0.999) {
        buckets.set(key, { tokens: refilled, at })
        return { ok: false, retryAfter: Math.max(1, Math.ceil((1 - refilled) / perSecond)) }
      }
      buckets.set(key, { tokens: refilled - 1, at })
      return { ok: true }
    },
  }
}
