import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { AthleteFacts } from '../athlete-facts.ts'
import type { Find } from '../decide-signals.ts'
import type { SignalFinding } from '../signal.ts'
import { between, type RunFact, runsIn } from './recent.ts'

const WEEKS_BEFORE = 4
/** Less in an average week, and less on top of it, is nothing to speak of. */
const LEAST_AVERAGE_CM = 1_000_000
const LEAST_MORE_CM = 500_000

/** This week, or else last week, so many per cent above the average of the four weeks before it. */
export const weeklyJump: Find = (facts, percent) => {
  const monday = mondayOf(facts.today)
  return [monday, addDays(monday, -7)].flatMap(week => jumpOf(facts, week, percent)).slice(0, 1)
}

function jumpOf(facts: AthleteFacts, week: LocalDay, percent: number): SignalFinding[] {
  const weekOf = (offset: number) =>
    runsIn(between(facts.activities, addDays(week, 7 * offset), addDays(week, 7 * offset + 6)))
  const before = Array.from({ length: WEEKS_BEFORE }, (_, index) => weekOf(index - WEEKS_BEFORE))
  // A week off among them makes the next one look large.
  if (before.some(runs => runs.length === 0)) return []
  const inWeek = weekOf(0)
  const distance = compared(inWeek, before, run => run.distanceCm)
  const isSmall = distance.average < LEAST_AVERAGE_CM || distance.amount - distance.average < LEAST_MORE_CM
  if (isSmall || !isAbove(distance, percent)) return []
  const hasLoads = [inWeek, ...before].flat().every(run => run.loadMilli !== null)
  const load = compared(inWeek, before, run => run.loadMilli ?? 0)
  // Where the load is known it decides: many slow kilometres may be no more work than usual.
  if (hasLoads && load.average > 0) {
    return isAbove(load, percent) ? [found(week, 'load', load)] : []
  }
  return [found(week, 'distance', distance)]
}

type Compared = { amount: number; average: number; most: number }

function compared(
  inWeek: readonly RunFact[],
  before: readonly (readonly RunFact[])[],
  of: (run: RunFact) => number,
): Compared {
  const sum = (runs: readonly RunFact[]) => runs.reduce((total, run) => total + of(run), 0)
  return {
    amount: sum(inWeek),
    average: Math.round(sum(before.flat()) / before.length),
    most: Math.max(...before.map(sum)),
  }
}

/** A quiet week among the four makes a usual one look large, so it also has to stand out from the largest of them. */
function isAbove({ amount, average, most }: Compared, percent: number): boolean {
  return amount * 100 > average * (100 + percent) && amount * 100 > most * (100 + percent / 2)
}

function found(week: LocalDay, measure: 'distance' | 'load', { amount, average }: Compared): SignalFinding {
  return { rule: 'jump', week, measure, amount, average }
}
