import type { Instant } from '#kernel/instant.ts'
import { HOUR_MS, MINUTE_MS } from '#kernel/instant.ts'
import type { Occurrence } from './weekly-occurrence.ts'

/** `post-late` says for which week it is; `missed` is recorded and told to whoever set the schedule. */
export type CatchUp = 'post' | 'post-late' | 'missed'

/** A restart or a slow tick is nobody's business. */
const ON_TIME_MS = 15 * MINUTE_MS

export type Due = { dueAt: Instant; now: Instant; catchUpHours: number }

/** What to do at `now` about something that was due at `dueAt`. Throws a RangeError when it is not due yet. */
export function decideCatchUp({ dueAt, now, catchUpHours }: Due): CatchUp {
  const lateMs = now - dueAt
  if (lateMs < 0) throw new RangeError('not due yet')
  if (lateMs <= ON_TIME_MS) return 'post'
  return lateMs <= catchUpHours * HOUR_MS ? 'post-late' : 'missed'
}

/**
 * What to do about all that fell due since the last look, in the order given. Only the latest can still be posted, so
 * that a channel never gets two weeks at once; the others are missed, however long the hours of grace.
 */
export function coalesce<O extends Occurrence>(
  occurrences: readonly O[],
  { now, catchUpHours }: Omit<Due, 'dueAt'>,
): { occurrence: O; decision: CatchUp }[] {
  const latest = Math.max(...occurrences.map(({ dueAt }) => dueAt))
  return occurrences.map(occurrence => {
    const { dueAt } = occurrence
    return {
      occurrence,
      decision: dueAt === latest ? decideCatchUp({ dueAt, now, catchUpHours }) : 'missed',
    }
  })
}
