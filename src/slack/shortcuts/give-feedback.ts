import { ok, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { findPostedRuns } from '#usecases/feed/find-posted-runs.ts'
import { getCommentableRun } from '#usecases/feed/get-commentable-run.ts'
import { feedbackForm } from '#views/feedback.ts'
import type { Shortcut } from '../kit/shortcut.ts'

/** On a message that shows runs: of several, the coach chooses one. */
export const giveFeedbackShortcut: Shortcut = {
  callbackId: 'give_feedback',
  async run(context, on) {
    if (!on) return refuse({ code: 'not-a-run-post' })
    const { engine } = context.deps
    const runs = await ask(engine, context.who, findPostedRuns, on)
    if (!runs.ok) return runs
    const [only] = runs.value.runs
    if (only && runs.value.runs.length === 1) {
      const found = await ask(engine, context.who, getCommentableRun, only.activityId)
      if (!found.ok) return found
    }
    const choosable = runs.value.runs.map(run => ({
      activityId: run.activityId,
      athleteName: run.athleteName,
      run,
    }))
    return ok({ kind: 'modal', view: feedbackForm(choosable) })
  },
}
