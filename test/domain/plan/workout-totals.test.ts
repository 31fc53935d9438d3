import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pacesOfVdot } from '#domain/plan/step-pace.ts'
import { parseWorkout } from '#domain/plan/text/parse-workout.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { anyWorkout } from './any-workout.ts'

function totalsOf(text: string, vdot?: number) {
  const parsed = parseWorkout(text)
  if (!parsed.ok) throw new Error(text)
  return workoutTotals(parsed.value, vdot === undefined ? undefined : pacesOfVdot(vdot))
}

describe('the totals of a workout', () => {
  it('count each repeat, and recovery only between them', () => {
    expect(totalsOf('4x800m @4:00/km r400m @6:00/km')).toEqual({
      distanceCm: 440_000,
      durationMs: (4 * 192 + 3 * 144) * 1_000,
      isEstimate: false,
      isOpenEnded: false,
      load: null,
    })
  })

  it('are an estimate where the coach gave no pace, and exact where one runs to the clock at a pace', () => {
    expect(totalsOf('10km easy')).toMatchObject({
      distanceCm: 1_000_000,
      durationMs: 3_700_000,
      isEstimate: true,
    })
    expect(totalsOf('20min @5:00/km')).toMatchObject({ distanceCm: 400_000, isEstimate: false })
  })

  it('cover no ground while resting, and leave out what has no end', () => {
    expect(totalsOf('1km @4:00/km + 2min rest + open easy')).toMatchObject({
      distanceCm: 100_000,
      durationMs: 360_000,
      isOpenEnded: true,
    })
  })

  it('follow the paces of an athlete whose VDOT is known, with a load', () => {
    const slow = totalsOf('10km @z4', 40)
    const fast = totalsOf('10km @z4', 60)
    expect(slow.durationMs / 10_000).toBeCloseTo(306, -1)
    expect(fast.durationMs / 10_000).toBeCloseTo(220, -1)
    expect(slow.load).toBeGreaterThan(20)
  })

  it('are finite and never negative', () => {
    fc.assert(
      fc.property(anyWorkout, blocks => {
        const { distanceCm, durationMs } = workoutTotals(blocks)
        expect(distanceCm).toBeGreaterThanOrEqual(0)
        expect(durationMs).toBeGreaterThanOrEqual(0)
        expect(Number.isSafeInteger(distanceCm) && Number.isSafeInteger(durationMs)).toBe(true)
      }),
    )
  })
})
