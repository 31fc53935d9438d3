import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type AgeGradeTable, ageGrade } from '#domain/metrics/age-grade.ts'

const FILE = fileURLToPath(new URL('../../../../shared/data/age-grade-road-2025.json', import.meta.url))

const TABLE: AgeGradeTable = {
  meters: [5_000, 10_000, 21_097.5],
  standards: { male: { 50: [860, 1_783, 3_900], 7: [1_100, 2_300, 5_000] }, female: {} },
}

describe('age grade', () => {
  it('is the standard over the time, in per cent', () => {
    expect(ageGrade(TABLE, { sex: 'male', age: 50 }, { meters: 10_000, seconds: 2_400 })).toBeCloseTo(
      74.29,
      2,
    )
  })
  it('is interpolated in the logarithm of distance', () => {
    const between = ageGrade(TABLE, { sex: 'male', age: 50 }, { meters: Math.sqrt(5e7), seconds: 1_321.5 })
    expect(between).toBeCloseTo(100, 6)
  })
  it('says nothing where the table does not', () => {
    const race = { meters: 10_000, seconds: 2_400 }
    expect(ageGrade(TABLE, { sex: 'male', age: 7 }, race)).toBeNull()
    expect(ageGrade(TABLE, { sex: 'female', age: 50 }, race)).toBeNull()
    expect(ageGrade(TABLE, { sex: null, age: 50 }, race)).toBeNull()
    expect(ageGrade(TABLE, { sex: 'male', age: 50 }, { meters: 400, seconds: 70 })).toBeNull()
    expect(ageGrade(TABLE, { sex: 'male', age: 50 }, { meters: 50_000, seconds: 20_000 })).toBeNull()
  })
  // The road table is the operator's file and not part of the project.
  it.skipIf(!existsSync(FILE))('has the published values of the 2025 road table', () => {
    const file = JSON.parse(readFileSync(FILE, 'utf8'))
    const table: AgeGradeTable = {
      meters: file.distances.map(({ km }: { km: number }) => km * 1_000),
      standards: { male: file.male.stdSec, female: file.female.stdSec },
    }
    const grade = (sex: 'male' | 'female', age: number, meters: number, seconds: number) =>
      ageGrade(table, { sex, age }, { meters, seconds })
    expect(grade('male', 50, 10_000, 2_400)).toBeCloseTo(74.29, 1)
    expect(grade('female', 50, 10_000, 2_700)).toBeCloseTo(72.44, 1)
    expect(grade('male', 70, 42_195, 12_600)).toBeCloseTo(78.41, 1)
    expect(grade('female', 35, 21_097.5, 5_400)).toBeCloseTo(70.93, 1)
    expect(grade('male', 35, 5_000, 1_020)).toBeCloseTo(76.76, 1)
  })
})
