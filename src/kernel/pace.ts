import type { Clock } from './instant.ts'

/** Slack takes one message a second in each channel; a little more, because requests travel unevenly. */
const BETWEEN_MS = 1_200
/** Recipients remembered before the idle ones are forgotten. */
const MOST = 1_000

/**
 * Takes the next turn to write to a recipient (a channel, or a person for their direct message) and says in how many
 * milliseconds of real time it comes. One for the process, so that answers and queued messages share the turns.
 */
export type Pace = (recipient: string) => number

/** Gives each recipient one turn a second. `now` is real time. */
export function createPace(now: Clock): Pace {
  const nextAt = new Map<string, number>()
  return recipient => {
    const at = Math.max(now(), nextAt.get(recipient) ?? 0)
    nextAt.set(recipient, at + BETWEEN_MS)
    if (nextAt.size > MOST) {
      for (const [known, next] of nextAt) if (next < now()) nextAt.delete(known)
    }
    return at - now()
  }
}
