import { HOUR_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { measureBlocks } from '../measure-blocks.ts'
import { type Blocks, WORKOUT_LIMITS } from '../workout.ts'
import { readBlocks } from './read-blocks.ts'
import { fail, isAtEnd, Misread, type Reader, take } from './reader.ts'
import type { WorkoutTextFault } from './workout-text-fault.ts'

/** The blocks of a workout written in a line (`2km easy + 4x800m @3:40/km r400m jog`), or where it cannot be read. */
export function parseWorkout(text: string): Result<Blocks, WorkoutTextFault> {
  const reader: Reader = { text, at: 0 }
  try {
    if (text.length > WORKOUT_LIMITS.textLength) {
      reader.at = text.length
      fail(reader, { code: 'text-too-long', limit: WORKOUT_LIMITS.textLength }, WORKOUT_LIMITS.textLength)
    }
    take(reader, /\s*/y)
    if (isAtEnd(reader)) fail(reader, { code: 'empty' })
    const blocks = readBlocks({ text: text.trimEnd(), at: reader.at }, 0)
    requireBounds(text, blocks)
    return ok(blocks)
  } catch (thrown) {
    if (thrown instanceof Misread) return refuse(thrown.fault)
    throw thrown
  }
}

function requireBounds(text: string, blocks: Blocks): void {
  const whole: Reader = { text, at: text.length }
  const { steps, distanceCm, durationMs } = measureBlocks(blocks)
  const limits = WORKOUT_LIMITS
  if (steps > limits.steps) fail(whole, { code: 'too-many-steps', limit: limits.steps }, 0)
  if (distanceCm > limits.distanceCm) {
    fail(whole, { code: 'too-far', limitKm: limits.distanceCm / 100_000 }, 0)
  }
  if (durationMs > limits.durationMs) {
    fail(whole, { code: 'too-long', limitHours: limits.durationMs / HOUR_MS }, 0)
  }
}
