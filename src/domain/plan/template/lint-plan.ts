import { measurePlan, type WeekMeasure } from './measure-week.ts'
import type { PlanLevel, PlanWeeks } from './plan.ts'

/** What a careful coach would ask about a plan; it forbids nothing. */
export type PlanConcern =
  | { code: 'week-jump'; week: number; percent: number }
  | { code: 'hard-days-in-a-row'; week: number; days: [number, number] }
  | { code: 'too-many-hard-days'; week: number; days: number; most: number }
  | { code: 'too-few-rest-days'; week: number; days: number; least: number }
  | { code: 'long-run-share'; week: number; percent: number }

const RULES: Readonly<Record<PlanLevel, { hard: number; rest: number; longShare: number }>> = {
  basic: { hard: 2, rest: 2, longShare: 0.6 },
  intermediate: { hard: 3, rest: 1, longShare: 0.55 },
  advanced: { hard: 3, rest: 0, longShare: 0.5 },
}

/** A tenth more than the most of the three weeks before; small weeks may grow by some kilometres. */
const GROWTH = 1.1
const SMALL_GROWTH_CM = 300_000
/** The share of the long run says something from four sessions on, and not in the week of a race. */
const SESSIONS_COMPARED = 3

export function lintPlan(weeks: PlanWeeks, level: PlanLevel): PlanConcern[] {
  const measured = measurePlan(weeks)
  return [
    ...measured.flatMap((week, at) => concernsOf(week, at, measured, RULES[level])),
    ...hardDaysInARow(measured),
  ]
}

function concernsOf(
  week: WeekMeasure,
  at: number,
  all: readonly WeekMeasure[],
  rules: (typeof RULES)[PlanLevel],
): PlanConcern[] {
  const number = at + 1
  const before = Math.max(0, ...all.slice(Math.max(0, at - 3), at).map(each => each.distanceCm))
  const hard = week.days.filter(day => day.intensity === 'hard').length
  const rest = week.days.filter(day => day.intensity === 'rest').length
  const share = week.distanceCm > 0 ? week.longestCm / week.distanceCm : 0
  const isRaceWeek = number === all.length
  const concerns: PlanConcern[] = []
  if (
    at > 0 &&
    !isRaceWeek &&
    before > 0 &&
    week.distanceCm > Math.max(before * GROWTH, before + SMALL_GROWTH_CM)
  ) {
    concerns.push({
      code: 'week-jump',
      week: number,
      percent: Math.round((week.distanceCm / before - 1) * 100),
    })
  }
  if (hard > rules.hard)
    concerns.push({ code: 'too-many-hard-days', week: number, days: hard, most: rules.hard })
  if (rest < rules.rest) {
    concerns.push({ code: 'too-few-rest-days', week: number, days: rest, least: rules.rest })
  }
  if (!isRaceWeek && week.sessions >= SESSIONS_COMPARED && share > rules.longShare) {
    concerns.push({ code: 'long-run-share', week: number, percent: Math.round(share * 100) })
  }
  return concerns
}

/** Also from a Sunday into the Monday after it. */
export function hardDaysInARow(measured: readonly WeekMeasure[]): PlanConcern[] {
  const days = measured.flatMap(week => week.days)
  return days.flatMap((day, at): PlanConcern[] => {
    const isHard = day.intensity === 'hard' && days[at + 1]?.intensity === 'hard'
    if (!isHard) return []
    return [{ code: 'hard-days-in-a-row', week: Math.floor(at / 7) + 1, days: [at % 7, (at + 1) % 7] }]
  })
}
