import { cleanName } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { PLAN_LIMITS, type PlanWeeks } from './plan.ts'
import type { PlanRefusal } from './plan-refusal.ts'

export function decideTitle(typed: string): Result<{ title: string; titleKey: string }, PlanRefusal> {
  const title = cleanName(typed)
  if (title === '') return refuse({ code: 'plan-title-empty' })
  if (title.length > PLAN_LIMITS.title) {
    return refuse({ code: 'plan-title-too-long', length: title.length, limit: PLAN_LIMITS.title })
  }
  return ok({ title, titleKey: nameKey(title) })
}

/** A free title beside those that are taken: “Marathon (2)”. */
export function freeTitle(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` (${number})`
    const title = `${wanted.slice(0, PLAN_LIMITS.title - end.length).trim()}${end}`
    if (!taken.has(nameKey(title))) return title
  }
}

export function requireWeek(weeks: PlanWeeks, week: number): Result<number, PlanRefusal> {
  if (Number.isInteger(week) && week >= 1 && week <= weeks.length) return ok(week - 1)
  return refuse({ code: 'plan-week-unknown', week, weeks: weeks.length })
}
