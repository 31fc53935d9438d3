import { addDays, daysBetween } from '#domain/calendar/local-day.ts'
import type { Find } from '../decide-signals.ts'
import { between, recent, runsIn } from './recent.ts'

const BEFORE_DAYS = 30
const KNOWN_DAYS = 28
/** A longest run means something from so many runs on. */
const LEAST_RUNS = 4
/** Twenty per cent more than two kilometres is nothing. */
const LEAST_CM = 500_000

/** A run of the last days that is so many per cent longer than every one of the thirty days before it. */
export const longestRun: Find = (facts, percent) =>
  runsIn(recent(facts))
    .filter(run => run.distanceCm >= LEAST_CM)
    .flatMap(run => {
      const { id, localOn, distanceCm } = run
      const before = runsIn(
        between(facts.activities, addDays(localOn, -BEFORE_DAYS), addDays(localOn, -1)),
      ).map(each => each.distanceCm)
      const longestCm = Math.max(0, ...before)
      const first = facts.activities[0]?.localOn ?? localOn
      // Whoever has just begun to log has no longest run of thirty days.
      if (!facts.hasEarlier && daysBetween(first, localOn) < KNOWN_DAYS) return []
      if (before.length < LEAST_RUNS || distanceCm * 100 <= longestCm * (100 + percent)) return []
      return [{ rule: 'longest-run' as const, activityId: id, on: localOn, distanceCm, longestCm }]
    })
