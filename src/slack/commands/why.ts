import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { explainMetric, explainRun } from '#usecases/metrics/explain-metric.ts'
import { metricExplained, metricsListed, runNumbersExplained } from '#views/metrics.ts'
import { freeCommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

/** A place in one's own list, the newest first: as many as anybody counts. */
const POSITION = /^#?([1-9]\d?)$/

export const whyCommand = freeCommand({
  name: 'why',
  usage: 'why [metric | number of a run]',
  summary: 'Where a number comes from: formula, source, what went into yours',
  example: 'why load',
  audience: 'member',
  async answer(context, words) {
    const text = textOf(words)
    if (text === '') return ok({ kind: 'message', message: metricsListed() })
    const position = POSITION.exec(text)?.[1]
    const { engine } = context.deps
    if (position) {
      const run = await ask(engine, context.who, explainRun, { position: Number(position) })
      return run.ok ? ok({ kind: 'message', message: runNumbersExplained(run.value) }) : run
    }
    const metric = await ask(engine, context.who, explainMetric, text)
    return metric.ok ? ok({ kind: 'message', message: metricExplained(metric.value, context.units) }) : metric
  },
})
