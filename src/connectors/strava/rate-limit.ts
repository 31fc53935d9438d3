import { DAY_MS, type Instant, instant, MINUTE_MS } from '#kernel/instant.ts'

/** What Strava says of its limits with every answer: of all requests, and of those that only read. */
export type RateSeen = { at: Instant; windows: readonly RateWindow[] }
export type RateWindow = { used: number; limit: number; lengthMs: number }

const QUARTER_MS = 15 * MINUTE_MS

/** Reads `X-RateLimit-*` and `X-ReadRateLimit-*`: each a pair, of the quarter hour and of the day. */
export function rateSeen(headers: Pick<Headers, 'get'>, at: Instant): RateSeen {
  const windows = ['x-ratelimit', 'x-readratelimit'].flatMap(name => {
    const limits = pairIn(headers.get(`${name}-limit`))
    const used = pairIn(headers.get(`${name}-usage`))
    if (!limits || !used) return []
    return [
      { used: used[0], limit: limits[0], lengthMs: QUARTER_MS },
      { used: used[1], limit: limits[1], lengthMs: DAY_MS },
    ]
  })
  return { at, windows }
}

/**
 * When there is room again, when more than `share` of a window is used up; null when there is room. Windows begin at
 * whole quarters of an hour and at midnight UTC.
 */
export function roomAgainAt(seen: RateSeen | null, share: number, now: Instant): Instant | null {
  const full = (seen?.windows ?? []).filter(
    ({ used, limit, lengthMs }) =>
      used >= limit * share && Math.floor((seen?.at ?? 0) / lengthMs) === Math.floor(now / lengthMs),
  )
  if (full.length === 0) return null
  return instant(Math.max(...full.map(({ lengthMs }) => nextBegin(now, lengthMs))))
}

/** The next whole quarter of an hour. */
export function nextQuarter(now: Instant): Instant {
  return instant(nextBegin(now, QUARTER_MS))
}

function nextBegin(now: Instant, lengthMs: number): number {
  return (Math.floor(now / lengthMs) + 1) * lengthMs
}

function pairIn(text: string | null): [number, number] | null {
  const found = /^\s*(\d+)\s*,\s*(\d+)\s*$/.exec(text ?? '')
  return found ? [Number(found[1]), Number(found[2])] : null
}
