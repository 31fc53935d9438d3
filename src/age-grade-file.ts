import { readFileSync } from 'node:fs'
import { AgeGradeFault, type AgeStandards, parseAgeStandards } from '#config/age-standards.ts'
import { StartFault } from './start-fault.ts'

/** The table that `AGE_GRADE_TABLE` names. Throws a sentence that says what is wrong with it. */
export function readAgeGradeFile(path: string): AgeStandards {
  try {
    return parseAgeStandards(textOf(path))
  } catch (error) {
    if (!(error instanceof AgeGradeFault)) throw error
    throw new StartFault(`AGE_GRADE_TABLE does not name a table of age standards (${path}): ${error.message}`)
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new AgeGradeFault('it cannot be read')
  }
}
