import type { Clock } from '#kernel/instant.ts'

/** Slack takes one message a second in each channel; a little more allows for clocks that differ. */
const BETWEEN_MS = 1_100
/** Recipients remembered before the idle ones are forgotten. */
const MOST = 1_000

/** Lets each recipient's messages through one a second. `now` is real time. */
export function createPace(
  now: Clock,
  wait: (ms: number) => Promise<void>,
): (recipient: string) => Promise<void> {
  const nextAt = new Map<string, number>()
  return async recipient => {
    const at = Math.max(now(), nextAt.get(recipient) ?? 0)
    nextAt.set(recipient, at + BETWEEN_MS)
    if (nextAt.size > MOST) {
      for (const [known, next] of nextAt) if (next < now()) nextAt.delete(known)
    }
    const ms = at - now()
    if (ms > 0) await wait(ms)
  }
}
