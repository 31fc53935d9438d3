import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as units from '#domain/activity/units.ts'

describe('units', () => {
  it('convert there and back to the centimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), cm => {
        expect(units.cmOfKm(units.kmOf(cm))).toBe(cm)
        expect(units.cmOfMiles(units.milesOf(cm))).toBe(cm)
        expect(units.cmOfMeters(units.metersOf(cm))).toBe(cm)
        expect(units.cmOfFeet(units.feetOf(cm))).toBe(cm)
      }),
    )
  })

  it('know the mile and the foot', () => {
    expect([units.cmOfMiles(1), units.cmOfFeet(5_280)]).toEqual([160_934, 160_934])
  })

  it('give a pace where there is a distance', () => {
    expect(units.paceSecondsPerKm(1_000_000, 3_000_000)).toBe(300)
    expect(units.paceSecondsPerMile(1_609_344, 4_800_000)).toBeCloseTo(480)
    expect([units.paceSecondsPerKm(null, 1), units.paceSecondsPerMile(0, 1)]).toEqual([null, null])
  })
})
