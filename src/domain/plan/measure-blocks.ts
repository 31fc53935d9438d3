import { type Block, type Blocks, isRepeat, type Step } from './workout.ts'

/** What the coach wrote, with every repeat counted: steps, and the lengths that are given. */
export type Measure = { steps: number; distanceCm: number; durationMs: number }

export function measureBlocks(blocks: Blocks): Measure {
  return foldSteps(blocks, step => ({
    steps: 1,
    distanceCm: step.length.kind === 'distance' ? step.length.cm : 0,
    durationMs: step.length.kind === 'duration' ? step.length.ms : 0,
  }))
}

/** Sums what each step counts, repeats multiplied and not walked: a hundred times a hundred costs two steps. */
export function foldSteps<Counted extends Record<string, number>>(
  blocks: Blocks,
  count: (step: Step) => Counted,
): Counted {
  const parts = blocks.map(block => counted(block, count))
  return parts.reduce((sum, part) => combine(sum, part, 1), {} as Counted)
}

function counted<Counted extends Record<string, number>>(
  block: Block,
  count: (step: Step) => Counted,
): Counted {
  if (!isRepeat(block)) return count(block)
  const once = combine({} as Counted, foldSteps(block.blocks, count), block.times)
  return block.recovery ? combine(once, count(block.recovery), block.times - 1) : once
}

function combine<Counted extends Record<string, number>>(
  sum: Counted,
  part: Counted,
  times: number,
): Counted {
  const keys = Object.keys(part)
  return { ...sum, ...Object.fromEntries(keys.map(key => [key, (sum[key] ?? 0) + (part[key] ?? 0) * times])) }
}
