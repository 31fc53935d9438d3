import type { BoardRefusal } from '#domain/ranking/board.ts'
import { AGE_GRADE } from '#domain/ranking/metric.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hasAgeGradeTable } from '#store/age-grade-store.ts'
import type { Reading } from '#store/db.ts'

/** A board by age grade needs the operator's table of standards; any other needs nothing. `metric` is its name. */
export async function requireAgeGrades(db: Reading, metric: string): Promise<Result<null, BoardRefusal>> {
  return metric !== AGE_GRADE || (await hasAgeGradeTable(db)) ? ok(null) : refuse({ code: 'no-age-grades' })
}
