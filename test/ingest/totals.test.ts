import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { climbMeters } from '#ingest/climb.ts'
import { deviceName } from '#ingest/device-name.ts'
import { greatCircleMeters } from '#ingest/great-circle.ts'
import { heartRateOf } from '#ingest/heart-rate.ts'
import { subTypeFromSport } from '#ingest/sub-type-from-sport.ts'

describe('a climb', () => {
  it('is what a steady slope rises, less the smoothing at its ends', () => {
    const slope = Array.from({ length: 501 }, (_, metre) => metre)
    expect(climbMeters(slope)).toBeGreaterThan(495)
    expect(climbMeters(slope)).toBeLessThanOrEqual(500)
    expect(climbMeters(slope.toReversed())).toBe(0)
  })

  it('ignores a trembling barometer', () => {
    expect(climbMeters(Array.from({ length: 1_000 }, (_, at) => 100 + (at % 2)))).toBe(0)
  })

  it('is unknown from fewer than two altitudes', () => {
    expect(climbMeters([])).toBeNull()
    expect(climbMeters([12])).toBeNull()
  })

  it('is never more than what the altitudes rise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -400, max: 8_000, noNaN: true }), { minLength: 2 }),
        altitudes => {
          const rises = altitudes.reduce(
            (sum, at, index) => sum + Math.max(0, at - (altitudes[index - 1] ?? at)),
            0,
          )
          expect(climbMeters(altitudes)).toBeLessThanOrEqual(rises + 1e-6)
        },
      ),
    )
  })
})

describe('a great circle', () => {
  it('is a quarter of the Earth from the equator to the pole', () => {
    const meters = greatCircleMeters({ latitude: 0, longitude: 30 }, { latitude: 90, longitude: -100 })
    expect(meters).toBeCloseTo((Math.PI / 2) * 6_371_008.8, 3)
  })

  it('is short across the date line', () => {
    const meters = greatCircleMeters(
      { latitude: 0, longitude: 179.9995 },
      { latitude: 0, longitude: -179.9995 },
    )
    expect(meters).toBeCloseTo(111.195, 2)
  })
})

describe('a heart rate', () => {
  it('leaves out what no heart does', () => {
    expect(heartRateOf([0, 24, 100, 101, undefined, 241, 255])).toEqual({
      averageHeartRate: 101,
      maxHeartRate: 101,
    })
    expect(heartRateOf([25, 240])).toEqual({ averageHeartRate: 133, maxHeartRate: 240 })
  })

  it('is unknown without samples', () => {
    expect(heartRateOf([undefined, 0])).toEqual({ averageHeartRate: null, maxHeartRate: null })
  })
})

describe('a sport', () => {
  it.each([
    ['running', undefined, 'easy-run'],
    ['running', 'generic', 'easy-run'],
    ['running', 'street', 'easy-run'],
    ['running', 'trail', 'trail-run'],
    ['running', 'treadmill', 'treadmill'],
    ['running', 'indoor_running', 'treadmill'],
    ['running', 'virtual_activity', 'treadmill'],
    ['running', 'track', 'interval'],
    ['running', 'ultra', 'long-run'],
    ['fitness_equipment', 'treadmill', 'treadmill'],
    ['fitness_equipment', 'elliptical', 'other'],
    ['cycling', 'track_cycling', 'ride'],
    ['cycling', 'indoor_cycling', 'ride'],
    ['e_biking', undefined, 'ride'],
    ['motorcycling', undefined, 'other'],
    ['walking', 'speed_walking', 'walk'],
    ['hiking', undefined, 'hike'],
    ['swimming', 'open_water', 'swim'],
    ['training', 'strength_training', 'strength'],
    ['training', 'cardio_training', 'other'],
    ['wheelchair_push_run', undefined, 'other'],
    ['generic', undefined, 'other'],
    ['Running', undefined, 'easy-run'],
    ['Biking', undefined, 'ride'],
    ['Other', undefined, 'other'],
    ['trail_running', undefined, 'trail-run'],
    ['TrailRun', undefined, 'trail-run'],
    ['VirtualRide', undefined, 'ride'],
    ['WeightTraining', undefined, 'strength'],
    ['9', undefined, 'easy-run'],
    ['1', undefined, 'ride'],
    ['tempo', undefined, 'tempo'],
    ['constructor', undefined, 'other'],
    [undefined, undefined, 'other'],
  ] as const)('%s %s is %s', (sport, subSport, subType) => {
    expect(subTypeFromSport(sport, subSport)).toBe(subType)
  })
})

describe('a device name', () => {
  it('is lower-case and harmless', () => {
    expect(deviceName('Garmin', 'fr945')).toBe('garmin fr945')
    expect(deviceName('COROS', 102)).toBe('coros 102')
    expect(deviceName('<@U123>', '`rm`\n')).toBe('u123 rm')
    expect(deviceName('Часы', undefined)).toBe('часы')
    expect(deviceName('x'.repeat(500))).toHaveLength(60)
    expect(deviceName(undefined)).toBeNull()
    expect(deviceName('***')).toBeNull()
  })
})
