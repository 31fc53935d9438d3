import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { ageGrade } from '#domain/metrics/age-grade.ts'
import { readAgeGradeFile } from '../src/age-grade-file.ts'
import { StartFault } from '../src/start-fault.ts'

const ROAD_2025 = fileURLToPath(new URL('../../shared/data/age-grade-road-2025.json', import.meta.url))

describe('the file of age standards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'astral-age-grade-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const fileWith = (content: unknown) => {
    const path = join(folder, 'table.json')
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const good = {
    distances: [{ km: 5 }, { km: 10 }],
    male: { stdSec: { 50: [860, 1_783] } },
    female: { stdSec: { 50: [960, 1_956] } },
  }

  it('is read', () => {
    expect(readAgeGradeFile(fileWith(good))).toEqual({
      meters: [5_000, 10_000],
      standards: { male: { 50: [860, 1_783] }, female: { 50: [960, 1_956] } },
    })
  })

  it.each([
    ['is not JSON', '{', 'it is not JSON'],
    ['is something else', { standards: [] }, 'distances'],
    [
      'has too few standards',
      { ...good, male: { stdSec: { 50: [860] } } },
      'male.stdSec.50 has 1 standards for 2',
    ],
    [
      'has distances out of order',
      { ...good, distances: [{ km: 10 }, { km: 5 }] },
      'its distances must rise',
    ],
    ['has a standard of nothing', { ...good, female: { stdSec: { 50: [0, 1] } } }, 'female.stdSec.50.0'],
  ])('stops the start when it %s', (_, content, why) => {
    const reading = () => readAgeGradeFile(fileWith(content))
    expect(reading).toThrow(StartFault)
    expect(reading).toThrow(why)
    expect(reading).toThrow('AGE_GRADE_TABLE')
  })

  it('stops the start when it is not there', () => {
    expect(() => readAgeGradeFile(join(folder, 'none.json'))).toThrow('it cannot be read')
  })

  // The road table is the operator's file and not part of the project.
  it.skipIf(!existsSync(ROAD_2025))('may be the road table of 2025', () => {
    const table = readAgeGradeFile(ROAD_2025)
    const race = { meters: 10_000, seconds: 2_700 }
    expect(ageGrade(table, { sex: 'female', age: 50 }, race)).toBeCloseTo(72.44, 1)
  })
})
