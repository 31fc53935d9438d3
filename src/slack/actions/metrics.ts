import { ask } from '#usecases/ask.ts'
import { askForLoadPicture } from '#usecases/metrics/ask-for-load-picture.ts'
import { explainMetric, explainRun } from '#usecases/metrics/explain-metric.ts'
import { perform } from '#usecases/perform.ts'
import { words } from '#views/message.ts'
import { metricExplained, runNumbersExplained } from '#views/metrics.ts'
import { METRIC_ACTIONS, OWN_LOAD } from '#views/paces.ts'
import { pictureComes } from '#views/picture.ts'
import { refusalInWords } from '#views/refusal.ts'
import { enterVdotForm } from '#views/vdot-form.ts'
import { type Action, freeAction } from '../kit/button.ts'

export const metricButtons: readonly Action[] = [
  freeAction(METRIC_ACTIONS.why, async (context, metric) => {
    const found = await ask(context.deps.engine, context.who, explainMetric, { word: metric })
    return {
      say: found.ok ? metricExplained(found.value, context.units) : words(refusalInWords(found.refusal)),
    }
  }),
  freeAction(METRIC_ACTIONS.whyRun, async (context, id) => {
    const found = await ask(context.deps.engine, context.who, explainRun, { id })
    return { say: found.ok ? runNumbersExplained(found.value) : words(refusalInWords(found.refusal)) }
  }),
  freeAction(METRIC_ACTIONS.loadPicture, async (context, athleteId) => {
    const asked = await perform(
      context.deps.engine,
      { who: context.who, surface: 'button' },
      askForLoadPicture,
      { athleteId: athleteId === OWN_LOAD ? null : athleteId },
    )
    return { say: asked.ok ? pictureComes() : words(refusalInWords(asked.refusal)) }
  }),
  freeAction(METRIC_ACTIONS.enterVdot, async () => ({ open: enterVdotForm() })),
]
