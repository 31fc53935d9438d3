import { type AgeGradeTable, ageGrade } from '../metrics/age-grade.ts'
import type { Sex } from '../metrics/heart-rate-load.ts'

export type RaceToGrade = {
  athleteId: string
  sex: NonNullable<Sex>
  birthYear: number
  /** Year of the race. */
  year: number
  distanceCm: number
  elapsedMs: number
}

/**
 * Of each athlete the best of their races, in whole tenths of a per cent. Of a birthday only the year is known: the age
 * is that which one has at the year's end. A race that the table has no standard for counts for nothing.
 */
export function bestAgeGrades(table: AgeGradeTable, races: readonly RaceToGrade[]): Map<string, number> {
  const best = new Map<string, number>()
  for (const { athleteId, sex, birthYear, year, distanceCm, elapsedMs } of races) {
    const race = { meters: distanceCm / 100, seconds: elapsedMs / 1_000 }
    const grade = ageGrade(table, { sex, age: year - birthYear }, race)
    if (grade === null) continue
    best.set(athleteId, Math.max(best.get(athleteId) ?? 0, Math.round(grade * 10)))
  }
  return best
}
