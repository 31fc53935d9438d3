import { ok, type Result, refuse } from '#kernel/result.ts'
import { PLAN_LIMITS, type PlanWeeks } from './plan.ts'
import { type Draft, type Library, newDraft, readLine } from './plan-lines.ts'
import { FAULTS_TOLD, type PlanRefusal } from './plan-refusal.ts'

/** Reads a plan from its text. Every fault is found, so that all of it can be mended at once. */
export function parsePlan(text: string, library: Library = new Map()): Result<PlanWeeks, PlanRefusal> {
  if (text.length > PLAN_LIMITS.text) return refuse({ code: 'plan-text-too-long', limit: PLAN_LIMITS.text })
  const draft = newDraft(library)
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    readLine(draft, line, index + 1)
  }
  return settled(draft)
}

export function settled({ weeks, faults }: Draft): Result<PlanWeeks, PlanRefusal> {
  if (faults.length > 0) {
    return refuse({
      code: 'plan-text-wrong',
      faults: faults.slice(0, FAULTS_TOLD),
      more: Math.max(0, faults.length - FAULTS_TOLD),
    })
  }
  const isEmpty = weeks.every(week => week.days.every(day => day.sessions.length === 0))
  return isEmpty ? refuse({ code: 'plan-empty' }) : ok(weeks)
}
