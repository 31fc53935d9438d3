import { describe, expect, it } from 'vitest'
import { measureEfforts } from '#domain/metrics/measure-efforts.ts'
import type { Recorded } from '#domain/metrics/recorded.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { HAS_REAL_FILES, REAL_FILES_NOTE, realFile } from '../activity-files/real-files.ts'

/** Three metres a second for so many seconds, a sample each `every`. */
function steady(seconds: number, every = 1, rise = 0) {
  return Array.from({ length: seconds / every + 1 }, (_, at) => ({
    seconds: at * every,
    meters: 3 * at * every,
    altitude: 100 + rise * 3 * at * every,
    bpm: 150,
  }))
}

describe('what is kept of a recording', () => {
  it('is the same whether a device writes each second or every few', () => {
    const each = measureEfforts(steady(1_200), true)
    expect(each).toMatchObject({
      knownSeconds: 1_200,
      movingSeconds: 1_200,
      gradedSpeed: 3_000,
      hardSpeed: 3_000,
    })
    expect(measureEfforts(steady(1_200, 7.5), true)?.oxygen).toEqual(each?.oxygen)
    expect(each?.bests.find(best => best.distanceCm === 100_000)?.durationMs).toBe(333_333)
  })

  it('leaves out pauses of the timer, but not from the best efforts', () => {
    const [first, second] = [steady(600), steady(600)]
    const paused = [
      ...first,
      ...second.map(at => ({ ...at, seconds: at.seconds + 900, meters: at.meters + 1_800 })),
    ]
    const kept = measureEfforts(paused, true)
    expect(kept?.knownSeconds).toBe(1_200)
    expect(kept?.bests.find(best => best.distanceCm === 300_000)?.durationMs).toBe(1_300_000)
  })

  it('takes a climb for the speed on the flat that costs as much', () => {
    const uphill = measureEfforts(steady(1_200, 1, 0.1), true)
    // 5.9682 / 3.6 of the speed.
    expect(Math.abs((uphill?.gradedSpeed ?? 0) - 4_973)).toBeLessThan(30)
  })

  it('takes a jump of the satellites for no speed, and keeps no record of it', () => {
    const jumping = steady(600).map((at, index) => (index > 300 ? { ...at, meters: at.meters + 2_000 } : at))
    const kept = measureEfforts(jumping, true)
    expect(kept?.gradedSpeed).toBe(3_000)
    expect(kept?.bests.find(best => best.distanceCm === 80_000)).toBeUndefined()
  })

  it('keeps the heart rate alone where speed says nothing, and nothing where there is nothing', () => {
    const ride = measureEfforts(steady(400), false)
    expect(ride).toMatchObject({ gradedSpeed: null, heart: { first: 150, validShare: 1_000 } })
    expect(ride?.heart?.flatShare).toBeGreaterThan(50)
    expect(measureEfforts([], true)).toBeNull()
  })
})

describe.skipIf(!HAS_REAL_FILES)(`the grade-adjusted pace of real files${REAL_FILES_NOTE}`, () => {
  const pace = (name: string) => {
    const decoded = decodeActivityFile(realFile(name), name)
    if (!decoded.ok) throw new Error(decoded.refusal.code)
    const { efforts } = decoded.value.activities[0] as Recorded
    expect(JSON.stringify(efforts).length).toBeLessThan(2_048)
    return 1_000_000 / (efforts?.gradedSpeed ?? 1)
  }
  it('is within 8 % of Strava’s', () => {
    const strava = 4 * 60 + 58
    expect(Math.abs(pace('run-hilly-fr945-sloatsburg.fit') - strava) / strava).toBeLessThan(0.08)
  })
  it.each([
    ['run-hilly-fr945-sloatsburg.fit', 320],
    ['run-9km-fenix2-hr.fit', 311],
    ['run-fr965-2026-stamina-hr.fit', 386],
    ['run-treadmill-no-gps.fit', 278],
    ['run-strava-export.gpx', 417],
    ['run-4.7km-hr.tcx', 398],
  ])('of %s stays as it is', (name, seconds) => {
    expect(Math.abs(pace(name) - seconds)).toBeLessThanOrEqual(1)
  })
})
