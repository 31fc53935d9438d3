import { ok, type Result, refuse } from '#kernel/result.ts'
import { PLAN_LEVELS, PLAN_VISIBILITIES, type PlanLevel, type PlanVisibility } from './plan.ts'
import type { PlanRefusal } from './plan-refusal.ts'

/** What stands above the weeks of a plan's file: each is there or not. */
export type PlanHead = { title: string | null; level: PlanLevel | null; visibility: PlanVisibility | null }

const HEAD_LINE = /^[ \t]*(title|level|visibility)[ \t]*:[ \t]*(.*)$/i
const WEEK_LINE = /^[ \t]*(?:week|wk|w)\s*\d/i

/**
 * Reads `Title: …`, `Level: basic` and `Visibility: coaches` above the first week. The lines become empty in what is
 * left, so that a fault below is told in the line in which it stands in the file.
 */
export function readPlanHead(text: string): Result<{ head: PlanHead; weeks: string }, PlanRefusal> {
  const head: PlanHead = { title: null, level: null, visibility: null }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [index, line] of lines.entries()) {
    if (WEEK_LINE.test(line)) break
    const [, key, said = ''] = HEAD_LINE.exec(line) ?? []
    if (key === undefined) continue
    const value = said.trim()
    const word = value.toLowerCase()
    if (key.toLowerCase() === 'title') head.title = value
    else if (key.toLowerCase() === 'level') {
      const level = PLAN_LEVELS.find(each => each === word)
      if (!level) return refuse({ code: 'plan-head-wrong', line: index + 1, word: value, known: PLAN_LEVELS })
      head.level = level
    } else {
      const visibility = PLAN_VISIBILITIES.find(each => each === word)
      if (!visibility) {
        return refuse({ code: 'plan-head-wrong', line: index + 1, word: value, known: PLAN_VISIBILITIES })
      }
      head.visibility = visibility
    }
    lines[index] = ''
  }
  return ok({ head, weeks: lines.join('\n') })
}
