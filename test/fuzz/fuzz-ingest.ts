import { FitEncoder } from 'fit-file-parser/encoder'
import type { Measured } from '#domain/activity/activity.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { encodeGpxRun } from '../activity-files/encode-gpx.ts'
import { encodeTcxRun } from '../activity-files/encode-tcx.ts'
import { mutate, randomFrom } from './mutate.ts'

export type FuzzReport = {
  parser: string
  inputs: number
  accepted: number
  slowestMs: number
  /** Inputs that were thrown at, gave impossible totals, or got past a checksum; by their number under this seed. */
  failures: { input: number; why: string }[]
}

const run = {
  startedAt: instant(1_700_000_000_000),
  distanceMeters: 400,
  durationSeconds: 120,
  heartRate: 150,
}

/** `fit` must be refused whenever it differs; `fit-resealed` has its checksums mended, so that what lies behind them is met. */
export const FUZZ_PARSERS = {
  fit: { file: encodeFitRun(run), reseal: false },
  'fit-resealed': { file: encodeFitRun(run), reseal: true },
  gpx: { file: encodeGpxRun(run), reseal: false },
  tcx: { file: encodeTcxRun(run), reseal: false },
} as const

/** Decodes `inputs` mutants of a small sound file; the same seed makes the same ones. */
export function fuzzIngest(parser: keyof typeof FUZZ_PARSERS, inputs: number, seed: number): FuzzReport {
  const { file, reseal } = FUZZ_PARSERS[parser]
  const random = randomFrom(seed)
  const report: FuzzReport = { parser, inputs, accepted: 0, slowestMs: 0, failures: [] }
  for (let input = 0; input < inputs; input += 1) {
    const mutant = mutate(file, random)
    if (reseal) resealFit(mutant)
    const startedAt = performance.now()
    try {
      const decoded = decodeActivityFile(mutant, '')
      if (decoded.ok) {
        report.accepted += 1
        const why =
          parser === 'fit' && !isSame(mutant, file)
            ? 'a damaged file was accepted'
            : faultIn(decoded.value.activities)
        if (why) report.failures.push({ input, why })
      }
    } catch (error) {
      report.failures.push({ input, why: String(error) })
    }
    report.slowestMs = Math.max(report.slowestMs, performance.now() - startedAt)
  }
  return report
}

/** What no decoder may say, whatever the file: the totals' shape, not their likelihood, which is the domain's to judge. */
function faultIn(activities: readonly Measured[]): string | undefined {
  if (activities.length === 0) return 'accepted without an activity'
  for (const activity of activities) {
    const whole = [activity.startedAt, activity.durationMs, activity.elapsedMs]
    if (!whole.every(Number.isSafeInteger)) return 'a time is no whole number'
    if (activity.durationMs <= 0 || activity.elapsedMs <= 0) return 'it took no time'
    if (
      activity.distanceCm !== null &&
      !(Number.isSafeInteger(activity.distanceCm) && activity.distanceCm > 0)
    ) {
      return 'its distance is no length'
    }
    if (activity.climbCm !== null && !(Number.isSafeInteger(activity.climbCm) && activity.climbCm >= 0)) {
      return 'its climb is no length'
    }
    for (const bpm of [activity.averageHeartRate, activity.maxHeartRate]) {
      if (bpm !== null && !(bpm >= 25 && bpm <= 240)) return 'no heart beats so'
    }
  }
  return undefined
}

function resealFit(bytes: Uint8Array): void {
  if (bytes.length < 16) return
  const view = new DataView(bytes.buffer)
  view.setUint32(4, bytes.length - 16, true)
  view.setUint16(12, FitEncoder.calculateCRC(bytes.subarray(0, 12)), true)
  view.setUint16(bytes.length - 2, FitEncoder.calculateCRC(bytes.subarray(0, -2)), true)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
