import type { ActivityFact, AthleteFacts } from '../athlete-facts.ts'
import type { Find } from '../decide-signals.ts'
import type { SignalFinding } from '../signal.ts'
import { type RunFact, recent, runsIn } from './recent.ts'

/** Distances that are raced, in metres. */
export const RACE_METERS = [1_609, 3_000, 5_000, 10_000, 15_000, 21_097, 42_195] as const

/** A whole run counts for the race distance that it covers with at most this much to spare, in thousandths. */
export const SPARE_MILLI = 25
/** So much a watch may show too little. */
export const SHORT_MILLI = 5
/** So much faster than one usually runs. */
const HARDER_PERCENT = 5

/** A run of the last days over a race distance, so many per cent faster than each one logged before it. */
export const personalBest: Find = (facts, percent) => {
  const runs = runsIn(facts.activities).filter(run => run.subType !== 'treadmill')
  return runsIn(recent(facts)).flatMap(run => {
    const raceMeters = raceMetersOf(run.distanceCm)
    if (raceMeters === null || run.subType === 'treadmill') return []
    const earlier = runs
      .slice(
        0,
        runs.findIndex(each => each.id === run.id),
      )
      .filter(each => raceMetersOf(each.distanceCm) === raceMeters)
    const earlierMs = Math.min(
      facts.earlierBests.get(raceMeters) ?? Number.POSITIVE_INFINITY,
      ...earlier.map(each => each.durationMs),
    )
    if (!isHard(run, facts.activities)) return []
    return isFaster(run, earlierMs, percent) ? [findingOf(run, raceMeters, earlierMs)] : []
  })
}

/** Is there a run of the last days that might be a best? */
export function racedLately(facts: AthleteFacts): boolean {
  return runsIn(recent(facts)).some(
    run => raceMetersOf(run.distanceCm) !== null && isHard(run, facts.activities),
  )
}

/** Easy runs over a round distance beat one another all the time, and nobody calls that a best. */
function isHard(run: RunFact, activities: readonly ActivityFact[]): boolean {
  const paces = runsIn(activities)
    .map(each => each.durationMs / each.distanceCm)
    .toSorted((one, other) => one - other)
  const usual = paces[Math.floor(paces.length / 2)] ?? 0
  return run.subType === 'race' || (run.durationMs / run.distanceCm) * 100 <= usual * (100 - HARDER_PERCENT)
}

/** The race distance that a run of this length counts for; null for none. */
export function raceMetersOf(distanceCm: number): number | null {
  return (
    RACE_METERS.find(
      meters =>
        distanceCm * 10 >= meters * (1_000 - SHORT_MILLI) &&
        distanceCm * 10 <= meters * (1_000 + SPARE_MILLI),
    ) ?? null
  )
}

/** Without an earlier time there is nothing to have beaten. */
function isFaster(run: RunFact, earlierMs: number, percent: number): boolean {
  return (
    Number.isFinite(earlierMs) &&
    run.durationMs < earlierMs &&
    run.durationMs * 100 <= earlierMs * (100 - percent)
  )
}

function findingOf(run: RunFact, raceMeters: number, earlierMs: number): SignalFinding {
  const { id: activityId, localOn: on, durationMs } = run
  return { rule: 'best', activityId, on, raceMeters, durationMs, earlierMs }
}
