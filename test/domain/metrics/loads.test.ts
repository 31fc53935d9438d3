import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oxygenBins, oxygenTimes } from '#domain/metrics/effort-profile.ts'
import { effortScore, heartEffort, paceEffort } from '#domain/metrics/effort-score.ts'
import { oxygenCost, thresholdSpeed } from '#domain/metrics/vdot.ts'
import { loadOfTimes, pointsPerMinute, steadyLoad } from '#domain/metrics/vdot-load.ts'

function expectNear(actual: number | null | undefined, expected: number, share = 0.002): void {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * share,
  )
}

/** From −1 to 1, spread evenly and the same each time. */
const noise = (at: number) => 2 * ((Math.abs(Math.sin(at * 12.9898)) * 43_758.5453) % 1) - 1

const heart = { max: { bpm: 190, from: 'given' }, rest: 50, threshold: 171, sex: 'male' } as const

describe('VDOT load', () => {
  it.each([
    ['an easy hour at 5:30', 1_000 / 330, 3_600, 10.04],
    ['twenty minutes at 4:15', 1_000 / 255, 1_200, 12.04],
    ['10 km in 40:00', 10_000 / 2_400, 2_400, 27.89, 51.944],
    ['a marathon in 3:10:40', 42_195 / 11_440, 11_440, 84.76],
    ['5 km in 19:56', 5_000 / 1_196, 1_196, 16.46],
  ])('of %s', (_, speed, seconds, points, vdot = 50) => {
    expectNear(steadyLoad(Number(speed), Number(seconds), Number(vdot)), Number(points))
  })

  it('is 35.98 for an hour at threshold, whatever the VDOT', () => {
    for (const vdot of [30, 50, 70]) expectNear(steadyLoad(thresholdSpeed(vdot), 3_600, vdot), 35.98)
  })

  it('counts no stroll, and no sprint above 1.2', () => {
    expect(pointsPerMinute(0.249)).toBe(0)
    expect(pointsPerMinute(3)).toBe(1.2 ** 4)
  })

  const speeds = fc.array(fc.double({ min: 0, max: 7, noNaN: true }), { minLength: 1, maxLength: 400 })
  const vdots = fc.double({ min: 20, max: 85, noNaN: true })
  const exact = (seconds: readonly number[], vdot: number) =>
    seconds.reduce((sum, speed) => sum + steadyLoad(speed, 1, vdot), 0)

  it('adds up over splits, and rises with speed', () => {
    fc.assert(
      fc.property(speeds, vdots, fc.nat(400), (seconds, vdot, at) => {
        const parts = exact(seconds.slice(0, at), vdot) + exact(seconds.slice(at), vdot)
        expect(parts).toBeCloseTo(exact(seconds, vdot), 8)
        const faster = seconds.map(speed => speed * 1.02)
        expect(exact(faster, vdot)).toBeGreaterThanOrEqual(exact(seconds, vdot))
      }),
    )
  })

  it('comes out of a kept profile within 0.2 % for any VDOT', () => {
    // Runs as they are: a pace with spread, hours of it, up to the effort that somebody of that VDOT can make.
    const run = fc.record({
      vdot: vdots,
      share: fc.double({ min: 0.7, max: 1.05, noNaN: true }),
      spread: fc.double({ min: 0, max: 0.25, noNaN: true }),
      seed: fc.nat(1_000),
    })
    fc.assert(
      fc.property(run, vdots, ({ vdot, share, spread, seed }, other) => {
        const speed = thresholdSpeed(vdot) * share
        const seconds = Array.from({ length: 600 }, (_, at) => speed * (1 + spread * noise(at + seed)))
        const times = oxygenTimes(oxygenBins(seconds))
        expectNear(loadOfTimes(times, vdot), exact(seconds, vdot))
        // A VDOT that is far from the runner's: still the same as long as the cap is not in the thick of it.
        const hardest = oxygenCost(Math.max(...seconds) * 60)
        const easiest = oxygenCost(Math.min(...seconds) * 60)
        if (hardest < 1.19 * other && easiest > 0.27 * other)
          expectNear(loadOfTimes(times, other), exact(seconds, other))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the effort score', () => {
  const run = {
    subType: 'easy-run',
    durationMs: 3_600_000,
    distanceCm: null,
    climbCm: null,
    averageHeartRate: null,
  } as const
  const nothing = {
    profile: null,
    vdot: null,
    heart: { max: null, rest: null, threshold: null, sex: null },
    perceived: null,
  }

  it('is 100 for an hour at threshold by every method', () => {
    expectNear(paceEffort(thresholdSpeed(50), 3_600, 50), 100)
    expectNear(heartEffort([{ bpm: 171, seconds: 3_600 }], heart), 100)
    expectNear(effortScore({ ...nothing, activity: run, perceived: 7 })?.score, 100)
  })

  it('has the published values', () => {
    expectNear(paceEffort(thresholdSpeed(50) * 0.85, 2_700, 50), 54.19)
    expectNear(heartEffort([{ bpm: 150, seconds: 3_600 }], heart), 61.96)
    expectNear(heartEffort([{ bpm: 150, seconds: 3_600 }], { ...heart, sex: 'female' }), 64.33)
  })

  it('takes the first method that is known, and names it', () => {
    const methods = (facts: Partial<Parameters<typeof effortScore>[0]>) => {
      const score = effortScore({ ...nothing, activity: run, ...facts })
      return score && [score.method, score.confidence]
    }
    const withDistance = { ...run, distanceCm: 1_200_000 }
    expect(methods({ activity: withDistance, vdot: 50, perceived: 3 })).toEqual(['pace', 'medium'])
    expect(methods({ activity: { ...withDistance, averageHeartRate: 150 }, vdot: 50, heart })).toEqual([
      'plus',
      'medium',
    ])
    expect(methods({ activity: { ...run, averageHeartRate: 150 }, heart, perceived: 3 })).toEqual([
      'heart-rate',
      'medium',
    ])
    expect(methods({ perceived: 3 })).toEqual(['session-rpe', 'low'])
    expect(methods({})).toEqual(['duration', 'low'])
    expect(methods({ activity: { ...run, subType: 'strength' } })).toBeNull()
  })

  it('lets heart rate correct pace by no more than its bounds', () => {
    const activity = { ...run, distanceCm: 1_200_000 }
    const pace = effortScore({ ...nothing, activity, vdot: 50 })?.score ?? 0
    const withHeart = (averageHeartRate: number) =>
      effortScore({ ...nothing, activity: { ...activity, averageHeartRate }, vdot: 50, heart })?.score
    expectNear(withHeart(60), pace * 0.85)
    expectNear(withHeart(189), pace * 1.2)
  })
})
