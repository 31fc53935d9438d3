import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { encodeGpxRun } from '../activity-files/encode-gpx.ts'
import { encodeTcxRun } from '../activity-files/encode-tcx.ts'
import type { RunToEncode } from '../activity-files/run-to-encode.ts'

const run: fc.Arbitrary<RunToEncode> = fc
  .record({
    startedAt: fc
      .integer({ min: Date.UTC(2001, 0, 1) / 1_000, max: Date.UTC(2037, 0, 1) / 1_000 })
      .map(seconds => instant(seconds * 1_000)),
    durationSeconds: fc.integer({ min: 60, max: 3_600 }),
    metersPerSecond: fc.double({ min: 0.5, max: 6, noNaN: true }),
    heartRate: fc.option(fc.integer({ min: 60, max: 200 }), { nil: undefined }),
    sport: fc.constantFrom('running' as const, 'cycling' as const),
  })
  .map(({ metersPerSecond, heartRate, ...rest }) => ({
    ...rest,
    distanceMeters: Math.round(metersPerSecond * rest.durationSeconds),
    ...(heartRate === undefined ? {} : { heartRate }),
  }))

describe.each([
  ['fit', encodeFitRun],
  ['gpx', encodeGpxRun],
  ['tcx', encodeTcxRun],
] as const)('a run written as %s', (format, encode) => {
  it('is read with the same totals', () => {
    fc.assert(
      fc.property(run, made => {
        const decoded = decodeActivityFile(encode(made), '')
        if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal))
        const [activity] = decoded.value.activities
        expect(decoded.value.format).toBe(format)
        expect(activity).toMatchObject({
          subType: made.sport === 'cycling' ? 'ride' : 'easy-run',
          startedAt: made.startedAt,
          durationMs: made.durationSeconds * 1_000,
          elapsedMs: made.durationSeconds * 1_000,
          averageHeartRate: made.heartRate ?? null,
          maxHeartRate: made.heartRate ?? null,
        })
        // GPX has positions alone, written to the tenth of a millimetre.
        expect(Math.abs((activity?.distanceCm ?? 0) - made.distanceMeters * 100)).toBeLessThanOrEqual(
          format === 'gpx' ? 5 : 0,
        )
      }),
      { numRuns: 25 },
    )
  })

  it('is read the same from the middle of a larger buffer', () => {
    const file = encode({
      startedAt: 1_700_000_000_000 as Instant,
      distanceMeters: 500,
      durationSeconds: 150,
    })
    const larger = new Uint8Array(file.length + 100)
    larger.set(file, 33)
    expect(decodeActivityFile(larger.subarray(33, 33 + file.length), '')).toEqual(
      decodeActivityFile(file, ''),
    )
  })
})
