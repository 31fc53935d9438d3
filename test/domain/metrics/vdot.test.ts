import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RACE_METERS } from '#domain/metrics/race-prediction.ts'
import { trainingPaces } from '#domain/metrics/training-paces.ts'
import { raceSeconds, vdotOf } from '#domain/metrics/vdot.ts'

const MILE = 1_609.344

const secondsOf = (clock: string) =>
  clock.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)

/** Within 0.2 %, or the half second that a printed time hides. */
function expectClose(actual: number, clock: string): void {
  const expected = secondsOf(clock)
  expect(Math.abs(actual - expected), `${actual} is not ${clock}`).toBeLessThanOrEqual(
    Math.max(0.002 * expected, 0.5),
  )
}

describe('vdot', () => {
  it.each([
    // Daniels' Running Formula, table 3.1: mile, 2 miles or 3000 m, 5 km, 10 km, half, marathon.
    [30, [MILE, '9:11'], [2 * MILE, '19:19'], '30:40', '63:46', '2:21:04', '4:49:17'],
    [40, [MILE, '7:07'], [3_000, '14:03'], '24:08', '50:03', '1:50:59', '3:49:45'],
    [50, [MILE, '5:50'], [2 * MILE, '12:28'], '19:57', '41:21', '1:31:35', '3:10:49'],
    [60, [MILE, '4:57'], [2 * MILE, '10:37'], '17:03', '35:22', '1:18:09', '2:43:22'],
  ] as const)('gives the published race times of %d', (vdot, mile, second, five, ten, half, marathon) => {
    expectClose(raceSeconds(vdot, mile[0]), mile[1])
    expectClose(raceSeconds(vdot, second[0]), second[1])
    expectClose(raceSeconds(vdot, RACE_METERS['5 km']), five)
    expectClose(raceSeconds(vdot, RACE_METERS['10 km']), ten)
    expectClose(raceSeconds(vdot, RACE_METERS.half), half)
    expectClose(raceSeconds(vdot, RACE_METERS.marathon), marathon)
  })

  it.each([
    [35, '26:59', '56:02', '2:04:13', '4:16:06'],
    [45, '21:49', '45:13', '1:40:14', '3:28:16'],
    [55, '18:22', '38:06', '1:24:16', '2:55:55'],
    [65, '15:55', '33:02', '1:12:54', '2:32:35'],
    [70, '14:56', '31:01', '1:08:23', '2:23:13'],
    [80, '13:18', '27:42', '1:00:57', '2:07:43'],
    [85, '12:37', '26:19', '57:51', '2:01:15'],
  ] as const)('follows the formula at %d', (vdot, five, ten, half, marathon) => {
    expectClose(raceSeconds(vdot, RACE_METERS['5 km']), five)
    expectClose(raceSeconds(vdot, RACE_METERS['10 km']), ten)
    expectClose(raceSeconds(vdot, RACE_METERS.half), half)
    expectClose(raceSeconds(vdot, RACE_METERS.marathon), marathon)
  })

  it.each([
    [5_000, '21:25', 45.97],
    [10_000, '50:00', 40],
    [10_000, '40:00', 51.944],
    [5_000, '20:00', 49.806],
    [21_097.5, '1:30:00', 50.977],
    [42_195, '3:00:00', 53.528],
    [5_000, '25:00', 38.309],
  ])('of %d m in %s is %d', (meters, clock, vdot) => {
    const shown = vdotOf(meters, secondsOf(clock)) ?? 0
    expect(Math.abs(shown - vdot) / vdot).toBeLessThan(0.002)
  })

  it('is refused below three and a half minutes, above five hours and where nobody is', () => {
    expect(vdotOf(1_000, 209)).toBeNull()
    expect(vdotOf(1_500, 210)).not.toBeNull()
    expect(vdotOf(42_195, 18_001)).toBeNull()
    expect(vdotOf(42_195, 5_000)).toBeNull()
    expect(vdotOf(0, 600)).toBeNull()
    expect(vdotOf(Number.NaN, 600)).toBeNull()
  })

  it('rises with speed, and comes back from the time that it predicts', () => {
    const distance = fc.integer({ min: 1_500, max: 42_195 })
    fc.assert(
      fc.property(fc.double({ min: 20, max: 85, noNaN: true }), distance, (vdot, meters) => {
        const seconds = raceSeconds(vdot, meters)
        expect(raceSeconds(vdot + 0.1, meters)).toBeLessThan(seconds)
        const back = vdotOf(meters, seconds)
        if (back !== null) expect(back).toBeCloseTo(vdot, 6)
      }),
    )
  })
})

describe('training paces', () => {
  it.each([
    [40, ['6:59', '5:51'], '5:27', '5:06', '4:41'],
    [50, ['5:52', '4:54'], '4:31', '4:15', '3:55'],
    [60, ['5:04', '4:13'], '3:52', '3:40', '3:23'],
  ] as const)('are those of the formula at %d', (vdot, easy, marathon, threshold, interval) => {
    const [e, m, t, i] = trainingPaces(vdot)
    expect(Math.abs((e?.slow ?? 0) - secondsOf(easy[0]))).toBeLessThan(1)
    expect(Math.abs((e?.fast ?? 0) - secondsOf(easy[1]))).toBeLessThan(1)
    expect(Math.abs((m?.slow ?? 0) - secondsOf(marathon))).toBeLessThan(1)
    expect(Math.abs((t?.slow ?? 0) - secondsOf(threshold))).toBeLessThan(1)
    expect(Math.abs((i?.slow ?? 0) - secondsOf(interval))).toBeLessThan(1)
  })

  it('are Daniels’ own at 49, and his repetitions at 50', () => {
    const [, m, t, i, r] = trainingPaces(49)
    expect(Math.abs((m?.slow ?? 0) * 1.609344 - secondsOf('7:24'))).toBeLessThan(1.5)
    expect(Math.abs((t?.slow ?? 0) - secondsOf('4:20'))).toBeLessThan(1.5)
    expect(Math.abs((i?.slow ?? 0) - secondsOf('3:59'))).toBeLessThan(1.5)
    expect(Math.abs((i?.slow ?? 0) * 0.4 - 95.5)).toBeLessThan(0.2)
    expect(Math.abs((r?.slow ?? 0) * 0.4 - 89.9)).toBeLessThan(0.2)
    const [, , , , fast] = trainingPaces(50)
    expect((fast?.slow ?? 0) * 0.4).toBeCloseTo(88, -0.5)
    expect((fast?.fast ?? 0) * 0.4).toBeCloseTo(85, -0.5)
  })
})
