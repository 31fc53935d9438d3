import type { ZonePaces } from '../step-pace.ts'
import { intensityOf } from '../step-pace.ts'
import { printLength } from '../text/print-workout.ts'
import { type Block, type Blocks, isRepeat, type Step } from '../workout.ts'
import { stepTotals } from '../workout-totals.ts'

/** A step in the order in which it is done. */
export type FlatStep = { step: Step; seconds: number; intensity: number }
/** What is done several times over, from the first of its steps to the last. */
export type FlatGroup = { from: number; to: number; times: number; what: string }

/** Shown for a step that ends when whoever runs says so. */
const OPEN_SECONDS = 180
/** More could not be told apart. */
const MOST_STEPS = 500

/** A workout step by step, repeats written out, with what each takes at these paces. */
export function flattenWorkout(blocks: Blocks, paces: ZonePaces): { steps: FlatStep[]; groups: FlatGroup[] } {
  const steps: FlatStep[] = []
  const groups: FlatGroup[] = []
  const put = (step: Step) => {
    if (steps.length >= MOST_STEPS) return
    const seconds = step.length.kind === 'open' ? OPEN_SECONDS : stepTotals(step, paces).durationMs / 1_000
    steps.push({ step, seconds, intensity: intensityOf(step, paces) })
  }
  const walk = (block: Block, isOuter: boolean) => {
    if (!isRepeat(block)) return put(block)
    const from = steps.length
    for (let time = 0; time < block.times && steps.length < MOST_STEPS; time++) {
      for (const inner of block.blocks) walk(inner, false)
      if (block.recovery && time < block.times - 1) put(block.recovery)
    }
    if (isOuter && steps.length > from) {
      groups.push({ from, to: steps.length - 1, times: block.times, what: whatOf(block.blocks) })
    }
  }
  for (const block of blocks) walk(block, true)
  return { steps, groups }
}

function whatOf(blocks: Blocks): string {
  const lengths = blocks.map(block =>
    isRepeat(block) ? `${block.times} × ${whatOf(block.blocks)}` : printLength(block.length),
  )
  return lengths.length === 1 ? (lengths[0] ?? '') : `(${lengths.join(' + ')})`
}
