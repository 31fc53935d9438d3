import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalSpeed } from '#domain/metrics/critical-speed.ts'
import { formOfDays } from '#domain/metrics/form.ts'
import { gradedAverage, gradeFactor, minettiCost } from '#domain/metrics/graded-speed.ts'
import { banisterTrimp, edwardsLoad, maxHeartRate } from '#domain/metrics/heart-rate-load.ts'
import { coupledRatio, uncoupledRatio, weightedMean, weightedRatio } from '#domain/metrics/load-ratio.ts'
import { weekStrain } from '#domain/metrics/monotony.ts'
import {
  cameronSeconds,
  equalVdotSeconds,
  predictRace,
  riegelSeconds,
} from '#domain/metrics/race-prediction.ts'

function expectNear(actual: number | null | undefined, expected: number, share = 0.002): void {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * share,
  )
}

const beats = (bpm: number, minutes: number) => ({ bpm, seconds: minutes * 60 })

describe('race predictions', () => {
  const race = { meters: 10_000, seconds: 2_400 }
  it('agree with the published values of each model', () => {
    expectNear(riegelSeconds(race, 21_097.5), 88.256 * 60)
    expectNear(riegelSeconds(race, 42_195), 184.008 * 60)
    expectNear(cameronSeconds(race, 21_097.5), 5_291.5)
    expectNear(cameronSeconds(race, 42_195), 11_244.5)
    expectNear(equalVdotSeconds(race, 21_097.5), 88.547 * 60)
    expectNear(equalVdotSeconds(race, 42_195), 184.629 * 60)
  })
  it('are shown as the spread of the models', () => {
    const { fastest, slowest } = predictRace(race, 42_195)
    expectNear(fastest, 184.008 * 60)
    expectNear(slowest, 11_244.5)
  })
})

describe('the cost of slopes', () => {
  it.each([
    [-0.45, 4.0323],
    [-0.2, 1.8],
    [-0.1, 2.1517],
    [0, 3.6],
    [0.05, 4.6852],
    [0.1, 5.9682],
    [0.2, 9.0067],
    [0.45, 19.426],
  ])('at %d is %d', (grade, cost) => expectNear(minettiCost(grade), cost))

  it('is clipped at 0.35, and an average on hills is never below that on the flat', () => {
    expect(gradeFactor(2)).toBe(gradeFactor(0.35))
    expect(gradeFactor(-2)).toBe(gradeFactor(-0.35))
    expect(gradedAverage(3, 10_000, null)).toBe(3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), climb => {
        expect(gradedAverage(3, 10_000, climb)).toBeGreaterThanOrEqual(3)
      }),
    )
  })
})

describe('loads from heart rate', () => {
  it('are Banister’s', () => {
    expectNear(banisterTrimp([beats(150, 60)], { rest: 60, max: 190 }, 'male'), 100.44)
    expectNear(banisterTrimp([beats(150, 60)], { rest: 60, max: 190 }, 'female'), 113.52)
    expectNear(banisterTrimp([beats(170, 30)], { rest: 50, max: 190 }, 'male'), 85.33)
    expectNear(banisterTrimp([beats(150, 60)], { rest: 60, max: 190 }, null), (100.44 + 113.52) / 2)
  })
  it('are Edwards’, in tenths of the maximum', () => {
    expect(
      edwardsLoad(
        [100, 120, 140, 160, 180].map(bpm => beats(bpm, 10)),
        200,
      ),
    ).toBe(150)
    expect(edwardsLoad([beats(99, 10)], 200)).toBe(0)
    expect(edwardsLoad([beats(200, 10), beats(210, 10)], 200)).toBe(100)
  })
  it('take the given maximum before the measured one before the one of age', () => {
    const recent = [beats(150, 60), beats(185, 2), { bpm: 230, seconds: 3 }]
    expect(maxHeartRate({ given: 190, recent, age: 40 })).toEqual({ bpm: 190, from: 'given' })
    expect(maxHeartRate({ given: null, recent, age: 40 })).toEqual({ bpm: 185, from: 'measured' })
    expect(maxHeartRate({ given: null, recent: [], age: 40 })).toEqual({ bpm: 180, from: 'age' })
    expect(maxHeartRate({ given: null, recent: [], age: null })).toBeNull()
  })
})

describe('monotony and strain', () => {
  it('are Foster’s with the sample’s deviation', () => {
    const week = weekStrain([60, 0, 90, 45, 75, 30, 120])
    expect(week?.load).toBe(420)
    expectNear(week?.monotony, 1.5119)
    expectNear(week?.strain, 635.0)
  })
  it('are undefined where all days are alike', () => {
    expect(weekStrain([0, 0, 0, 0, 0, 0, 0])).toBeNull()
    expect(weekStrain([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBeNull()
  })
})

describe('fitness, fatigue and form', () => {
  const days = formOfDays(Array.from({ length: 60 }, () => 100))
  it.each([
    [1, 2.381, 14.286],
    [7, 15.522, 66.008],
    [28, 49.071, 98.665],
    [42, 63.654, 99.846],
    [60, 76.445, 99.99],
  ])('after %d days of 100', (day, fitness, fatigue) => {
    expectNear(days[day - 1]?.fitness, fitness)
    expectNear(days[day - 1]?.fatigue, fatigue)
  })
  it('goes by the day before', () => {
    expect(days[0]?.form).toBe(0)
    expectNear(days[1]?.form, 2.381 - 14.286)
  })
})

describe('the load ratio', () => {
  const days = [...Array.from({ length: 21 }, () => 50), ...Array.from({ length: 7 }, () => 100)]
  it('has its three published shapes', () => {
    expectNear(coupledRatio(days), 1.6)
    expectNear(uncoupledRatio(days), 2)
    expectNear(weightedMean(days, 7), 93.326)
    expectNear(weightedMean(days, 28), 69.68)
    expectNear(weightedRatio(days), 1.3394)
  })
  it('is not shown before 28 days, nor without any load', () => {
    expect([coupledRatio, uncoupledRatio, weightedRatio].map(of => of(days.slice(1)))).toEqual([
      null,
      null,
      null,
    ])
    expect(coupledRatio(days.map(() => 0))).toBeNull()
  })
})

describe('critical speed', () => {
  const two = [
    { meters: 900, seconds: 180 },
    { meters: 3_240, seconds: 720 },
  ]
  it('is the line through all-out efforts', () => {
    for (const efforts of [two, [...two, { meters: 1_680, seconds: 360 }]]) {
      expectNear(criticalSpeed(efforts)?.metersPerSecond, 4.3333)
      expectNear(criticalSpeed(efforts)?.reserveMeters, 120)
    }
  })
  it('needs two efforts of 2 to 15 minutes', () => {
    expect(criticalSpeed(two.slice(1))).toBeNull()
    expect(criticalSpeed([...two.slice(1), { meters: 10_000, seconds: 2_400 }])).toBeNull()
    expect(criticalSpeed([...two.slice(1), ...two.slice(1)])).toBeNull()
  })
})
