import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWorkout } from '#domain/plan/text/parse-workout.ts'
import { printWorkout } from '#domain/plan/text/print-workout.ts'
import { WORKOUT_LIMITS } from '#domain/plan/workout.ts'
import { anyWorkout } from './any-workout.ts'

function canonical(text: string): string {
  const parsed = parseWorkout(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.refusal)}`)
  return printWorkout(parsed.value)
}

/** The code of the fault, and the characters it points at. */
function faultOf(text: string) {
  const parsed = parseWorkout(text)
  if (parsed.ok) return `read as ${printWorkout(parsed.value)}`
  const { at, length, problem } = parsed.refusal
  return [problem.code, text.slice(at, at + length)]
}

describe('the one-line language of workouts', () => {
  it('reads back every workout that it prints, block by block', () => {
    fc.assert(
      fc.property(anyWorkout, blocks => {
        const text = printWorkout(blocks)
        fc.pre(text.length <= WORKOUT_LIMITS.textLength)
        const parsed = parseWorkout(text)
        expect(parsed).toEqual({ ok: true, value: blocks })
        if (parsed.ok) expect(printWorkout(parsed.value)).toBe(text)
      }),
      { numRuns: 3_000 },
    )
  })

  it('answers any text at all with blocks or with a place in it', () => {
    const crumbs = fc.constantFrom(
      ...[
        '2km',
        '4x',
        '(',
        ')',
        ' + ',
        ' r',
        '400m',
        '@',
        '3:40',
        '/km',
        'z3',
        ' easy',
        '"',
        "'",
        '20min',
        'open',
        'é',
        ' ',
      ],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(crumbs).map(parts => parts.join('')),
        ),
        text => {
          const parsed = parseWorkout(text)
          if (parsed.ok) expect(canonical(canonical(text))).toBe(canonical(text))
          else expect(parsed.refusal.at).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ['2km easy + 4x800m @3:40/km r400m jog + 2km easy', '2km easy + 4x800m @3:40/km r400m jog + 2km easy'],
    [
      '2 KM Easy, 4 × 800 m @ 3:40 r 400 m jogging; 2km easy',
      '2km easy + 4x800m @3:40/km r400m jog + 2km easy',
    ],
    ['20min', '20min'],
    ['1h10', '1h10'],
    ['1h 10min', '1h10'],
    ['1:10:00', '1h10'],
    ['90s', '90s'],
    ["45' easy", '45min easy'],
    ['30" strides', '30s strides'],
    ['8x30” strides r1’30” walk', '8x30s strides r90s walk'],
    ['1.5km', '1500m'],
    ['10,5 km @z2', '10.5km @z2'],
    ['3mi @6:00/mi', '3mi @6:00/mi'],
    ['5 miles easy @6:30-7:00/mi', '5mi easy @6:30-7:00/mi'],
    ['10km @3:50-3:40/km', '10km @3:40-3:50/km'],
    ['12km z2', '12km @z2'],
    ['4x1km 3:40/km rest 90s', '4x1km @3:40/km r90s'],
    ['1h @hr150-160', '1h @hr150-160'],
    ['1h 150-160bpm', '1h @hr150-160'],
    ['30min @rpe7', '30min @rpe7'],
    ['5km @easy', '5km easy'],
    ['easy 5km', '5km easy'],
    ['16km mp', '16km marathon'],
    ['3x(4x200m @z5 r200m jog) r3min walk', '3x(4x200m @z5 r200m jog) r3min walk'],
    ['wu 15min + 5x1km @z4 r2:30 + cd', 'cd without a length'],
    ['warm-up 15min + 5x1km @z4 r2:30 + open easy cooldown', 'wu 15min + 5x1km @z4 r2min30 + open easy'],
    ['5km run "easy on the hills"', '5km "easy on the hills"'],
    ['4x800m @z5 "on grass" r400m jog "really slow"', '4x800m @z5 "on grass" r400m jog "really slow"'],
    ['3x(1km tempo + 1km easy) "no breaks"', '3x(1km tempo + 1km easy) "no breaks"'],
    ['10km easy then 4x100m strides', '10km easy + 4x100m strides'],
  ])('reads %j', (text, expected) => {
    if (expected.includes('without')) expect(faultOf(text)).toEqual(['no-length', expect.anything()])
    else expect(canonical(text)).toBe(expected)
  })

  it('takes the gentle first and last for warm-up and cool-down, and jogging within repeats for recovery', () => {
    const parsed = parseWorkout('2km easy + 3x(1km tempo + 500m jog) r2min + 10min @z3 + 1km jog')
    expect(parsed).toMatchObject({
      ok: true,
      value: [
        { kind: 'warm-up' },
        {
          kind: 'repeat',
          blocks: [{ kind: 'interval' }, { kind: 'recovery' }],
          recovery: { kind: 'recovery' },
        },
        { kind: 'run' },
        { kind: 'cool-down' },
      ],
    })
    expect(parseWorkout('10km easy')).toMatchObject({ value: [{ kind: 'run' }] })
  })

  it.each([
    ['', 'empty', ''],
    ['   ', 'empty', ''],
    ['2km esay', 'unknown-word', 'esay'],
    ['2km easy + 4x800 @3:40', 'no-unit', '800'],
    ['2km easy 4x800m', 'no-separator', '4x800m'],
    ['2km + ', 'no-length', ' '],
    ['4x(800m + 400m', 'bracket-open', '('],
    ['2km)', 'bracket-stray', ')'],
    ['5km @fast', 'no-target', 'fast'],
    ['5km @z7', 'zone-unknown', 'z7'],
    ['5km @rpe11', 'effort-out-of-range', 'rpe11'],
    ['5km @hr300', 'heart-rate-out-of-range', 'hr300'],
    ['400m @1:55/km', 'pace-out-of-range', '1:55/km'],
    ['400m @20:01/km', 'pace-out-of-range', '20:01/km'],
    ['10km @2:30/km', 'pace-faster-than-record', '@2:30/km'],
    ['1h @2:40/km', 'pace-faster-than-record', '@2:40/km'],
    ['101x100m', 'repeats-out-of-range', '101x'],
    ['2x(2x(2x(2x(2x100m))))', 'nested-too-deep', '2x'],
    ['100x(10x10m)', 'too-many-steps', '100x(10x10m)'],
    ['101km', 'too-far', '101km'],
    ['25h', 'too-long', '25h'],
    ['0km easy', 'length-zero', '0km'],
    ['5km easy steady', 'said-twice', 'steady'],
    ['5km @z2 @z3', 'said-twice', '@z3'],
    ['5km r400m', 'recovery-without-repeat', 'r'],
    ['5km "all good', 'note-open', '"all'],
  ])('points at what is wrong in %j', (text, code, found) => {
    const parsed = parseWorkout(text)
    expect(parsed.ok).toBe(false)
    const [given, at] = faultOf(text)
    expect([given, at]).toEqual([code, found])
  })

  it('offers the word that was perhaps meant', () => {
    expect(parseWorkout('2km treshold')).toMatchObject({
      refusal: { at: 4, problem: { code: 'unknown-word', suggestion: 'threshold' } },
    })
  })

  it('refuses more than five hundred characters before reading them', () => {
    expect(faultOf(`${'1km + '.repeat(90)}1km`)).toEqual(['text-too-long', expect.anything()])
  })
})
