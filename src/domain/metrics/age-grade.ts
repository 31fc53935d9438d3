import type { Sex } from './heart-rate-load.ts'

/** Standards of road racing: for each sex and age the seconds over each distance, distances rising. */
export type AgeGradeTable = {
  readonly meters: readonly number[]
  readonly standards: Readonly<Record<'male' | 'female', Readonly<Record<number, readonly number[]>>>>
}

/** The table's sheets disagree for the youngest. */
export const YOUNGEST_GRADED = 8

/** Percent of the standard of one's age and sex; null where the table has none. 100 is about the world's best. */
export function ageGrade(
  table: AgeGradeTable,
  runner: { sex: Sex; age: number },
  { meters, seconds }: { meters: number; seconds: number },
): number | null {
  if (runner.sex === null || runner.age < YOUNGEST_GRADED || !(seconds > 0)) return null
  const standards = table.standards[runner.sex][runner.age]
  const standard = standards && standardOver(table.meters, standards, meters)
  return standard === undefined ? null : (100 * standard) / seconds
}

/** Between two distances the standard is linear in the logarithm of distance, as the table's authors do it. */
function standardOver(
  distances: readonly number[],
  standards: readonly number[],
  meters: number,
): number | undefined {
  // Tracks and watches are a metre off here and there.
  const exact = distances.findIndex(distance => Math.abs(distance - meters) <= 1)
  if (exact >= 0) return standards[exact]
  const above = distances.findIndex(distance => distance > meters)
  const [d1, d2] = [distances[above - 1], distances[above]]
  const [s1, s2] = [standards[above - 1], standards[above]]
  if (d1 === undefined || d2 === undefined || s1 === undefined || s2 === undefined) return undefined
  const share = (Math.log(meters) - Math.log(d1)) / (Math.log(d2) - Math.log(d1))
  return s1 * (1 - share) + s2 * share
}
