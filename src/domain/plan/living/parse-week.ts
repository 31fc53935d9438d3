import { ok, type Result, refuse } from '#kernel/result.ts'
import type { PlanDay } from '../template/plan.ts'
import { beginWeek, type Library, newDraft, readLine } from '../template/plan-lines.ts'
import { FAULTS_TOLD } from '../template/plan-refusal.ts'
import type { LivingRefusal } from './living-refusal.ts'

/** Seven days from the lines of one week; days without a line are rest. */
export function parseWeek(text: string, library: Library): Result<readonly PlanDay[], LivingRefusal> {
  const draft = newDraft(library)
  beginWeek(draft, 1, '', { line: 0, lineText: '' })
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    readLine(draft, line, index + 1)
    if (draft.weeks.length > 1) {
      draft.weeks.length = 1
      draft.faults.push({
        line: index + 1,
        lineText: line,
        code: 'week-out-of-order',
        found: 2,
        expected: 1,
      })
    }
  }
  if (draft.faults.length > 0) {
    return refuse({ code: 'week-text-wrong', faults: draft.faults.slice(0, FAULTS_TOLD) })
  }
  return ok(draft.weeks[0]?.days ?? [])
}
