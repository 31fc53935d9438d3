import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import { type VdotBasis, type VdotCandidate, vdotHistory, vdotOn } from '#domain/metrics/vdot-history.ts'
import { localDay } from '#kernel/instant.ts'

const START = localDay('2026-01-01')
const at = (day: number, basis: VdotBasis, vdotMilli: number): VdotCandidate => ({
  on: addDays(START, day),
  basis,
  vdotMilli,
  distanceCm: null,
  durationMs: null,
  activityId: null,
  enteredBy: null,
})
const said = (history: readonly VdotCandidate[]) => history.map(entry => [entry.basis, entry.vdotMilli])

describe('the history of VDOT', () => {
  it('rises with better training, and is set by races', () => {
    const history = vdotHistory([
      at(0, 'effort', 40_000),
      at(1, 'effort', 38_000),
      at(2, 'effort', 42_000),
      at(3, 'race', 41_000),
      at(4, 'effort', 43_000),
      at(5, 'race', 40_000),
      at(6, 'race', 44_000),
    ])
    expect(said(history)).toEqual([
      ['effort', 40_000],
      ['effort', 42_000],
      ['race', 41_000],
      ['race', 44_000],
    ])
  })
  it('lets a race lower what is older than ninety days, and no training run', () => {
    expect(said(vdotHistory([at(0, 'race', 45_000), at(90, 'race', 44_000)]))).toEqual([['race', 45_000]])
    expect(said(vdotHistory([at(0, 'race', 45_000), at(91, 'race', 44_000)])).at(-1)).toEqual([
      'race',
      44_000,
    ])
    expect(said(vdotHistory([at(0, 'race', 45_000), at(91, 'effort', 44_000)]))).toEqual([['race', 45_000]])
    expect(said(vdotHistory([at(0, 'race', 45_000), at(91, 'effort', 46_000)])).at(-1)).toEqual([
      'effort',
      46_000,
    ])
  })
  it('takes what is entered, of whatever height, over all else of its day', () => {
    const history = vdotHistory([at(0, 'race', 45_000), at(3, 'entered', 30_000), at(3, 'race', 50_000)])
    expect(said(history)).toEqual([
      ['race', 45_000],
      ['entered', 30_000],
    ])
    expect(vdotOn(history, addDays(START, 2))?.vdotMilli).toBe(45_000)
    expect(vdotOn(history, addDays(START, 9))?.vdotMilli).toBe(30_000)
    expect(vdotOn(history, addDays(START, -1))).toBeUndefined()
  })
  it('does not depend on the order in which runs come in, and may be taken up on any day', () => {
    const candidate = fc
      .tuple(
        fc.nat(300),
        fc.constantFrom<VdotBasis>('race', 'effort', 'entered'),
        fc.integer({ min: 30_000, max: 60_000 }),
      )
      .map(([day, basis, milli]) => at(day, basis, milli))
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), fc.nat(300), (candidates, day) => {
        const whole = vdotHistory(candidates)
        expect(vdotHistory([...candidates].reverse())).toEqual(whole)
        expect(new Set(whole.map(entry => entry.on)).size).toBe(whole.length)
        const from = addDays(START, day)
        const before = vdotHistory(candidates.filter(entry => entry.on < from))
        const after = vdotHistory(
          candidates.filter(entry => entry.on >= from),
          before.at(-1) ?? null,
        )
        expect([...before, ...after]).toEqual(whole)
      }),
    )
  })
})
