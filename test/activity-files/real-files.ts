import { existsSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../../shared/data/activities/', import.meta.url)

/** The folder of real recordings lies beside the project, not in it. */
export const HAS_REAL_FILES = existsSync(FOLDER)

/** To be part of a suite's name, so that a skipped one says why. */
export const REAL_FILES_NOTE = HAS_REAL_FILES ? '' : ' (skipped: ../shared/data/activities is absent)'

export type ExpectedTotals = { distance_m: number; timer_s: number | null; elapsed_s: number | null }

export type ExpectedSession = ExpectedTotals & {
  sport: string
  start: string
  timer_s: number
  elapsed_s: number
  avgHr: number | null
  maxHr: number | null
  ascent_m: number | null
}

export type ExpectedFile = {
  file: string
  sha256: string
  crcOk?: boolean
  hrMean?: number | null
  hrMax?: number | null
  device?: string
  sessions?: ExpectedSession[]
  totals?: ExpectedTotals & { hrMean: number | null; hrMax: number | null }
}

/** The known-good totals, or none where the folder is absent. */
export function expectedFiles(): ExpectedFile[] {
  return HAS_REAL_FILES ? JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) : []
}

export function realFile(name: string): Uint8Array {
  return readFileSync(new URL(name, FOLDER))
}
