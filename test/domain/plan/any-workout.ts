import fc from 'fast-check'
import { cmOfMiles } from '#domain/activity/units.ts'
import { fastestEverMs } from '#domain/activity/world-records.ts'
import { measureBlocks } from '#domain/plan/measure-blocks.ts'
import { msPerKmOf } from '#domain/plan/text/read-target.ts'
import {
  type Block,
  type Blocks,
  EFFORT_WORDS,
  type Length,
  PACE_ZONES,
  STEP_KINDS,
  type Step,
  type Target,
  WORKOUT_LIMITS,
} from '#domain/plan/workout.ts'
import { cleanName } from '#domain/text/clean-text.ts'

const length: fc.Arbitrary<Length> = fc.oneof(
  fc
    .integer({ min: 1, max: 42_195 })
    .map(meters => ({ kind: 'distance' as const, cm: meters * 100, unit: 'km' as const })),
  fc
    .integer({ min: 1, max: 2_000 })
    .map(hundredths => ({ kind: 'distance' as const, cm: cmOfMiles(hundredths / 100), unit: 'mi' as const })),
  fc.integer({ min: 1, max: 10_800 }).map(seconds => ({ kind: 'duration' as const, ms: seconds * 1_000 })),
  fc.constant({ kind: 'open' as const }),
)

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.constantFrom(...PACE_ZONES).map(zone => ({ kind: 'zone' as const, zone })),
  fc
    .tuple(
      fc.integer({ min: 180, max: 1_200 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('km' as const, 'mi' as const),
    )
    .map(([seconds, more, unit]) => {
      const perUnit = unit === 'mi' ? Math.round(seconds * 1.55) : seconds
      const slow = Math.min(perUnit + more, unit === 'mi' ? 1_900 : 1_200)
      return {
        kind: 'pace' as const,
        fastestMsPerKm: msPerKmOf(Math.min(perUnit, slow), unit),
        slowestMsPerKm: msPerKmOf(Math.max(perUnit, slow), unit),
        unit,
      }
    }),
  fc
    .tuple(fc.integer({ min: 40, max: 200 }), fc.integer({ min: 0, max: 30 }))
    .map(([low, more]) => ({ kind: 'heart-rate' as const, lowBpm: low, highBpm: low + more })),
  fc.integer({ min: 1, max: 10 }).map(effort => ({ kind: 'effort' as const, effort })),
)

const note = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 20, unit: 'grapheme' })
      .map(text => cleanName(text.replaceAll(/["“”„«»]/g, '')))
      .filter(text => text.length <= WORKOUT_LIMITS.noteLength),
  },
)

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  length,
  word: fc.option(fc.constantFrom(...EFFORT_WORDS)),
  target,
  note,
})

function block(depth: number): fc.Arbitrary<Block> {
  if (depth >= WORKOUT_LIMITS.nesting) return step
  return fc.oneof(
    { weight: 3, arbitrary: step },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('repeat' as const),
        times: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 100 })),
        blocks: fc.array(fc.memo(() => block(depth + 1))(), { minLength: 1, maxLength: 3 }),
        recovery: fc.option(step.map(each => ({ ...each, kind: 'recovery' as const }))),
        note,
      }),
    },
  )
}

/** Blocks within every bound. */
export const anyWorkout: fc.Arbitrary<Blocks> = fc
  .array(block(0), { minLength: 1, maxLength: 5 })
  .filter(isWithinBounds)

function isWithinBounds(blocks: Blocks): boolean {
  const { steps, distanceCm, durationMs } = measureBlocks(blocks)
  return (
    steps <= WORKOUT_LIMITS.steps &&
    distanceCm <= WORKOUT_LIMITS.distanceCm &&
    durationMs <= WORKOUT_LIMITS.durationMs &&
    blocks.every(isHuman)
  )
}

function isHuman(each: Block): boolean {
  if (each.kind === 'repeat') return each.blocks.every(isHuman) && (!each.recovery || isHuman(each.recovery))
  if (each.target.kind !== 'pace' || each.length.kind === 'open') return true
  const km =
    each.length.kind === 'distance' ? each.length.cm / 100_000 : each.length.ms / each.target.fastestMsPerKm
  return km * each.target.fastestMsPerKm >= fastestEverMs(km * 100_000)
}
