import { z } from 'zod'
import { saidBy } from '#domain/activity/activity-origin.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { getRun } from '#usecases/activity/get-run.ts'
import { unmergeActivity } from '#usecases/activity/unmerge-activity.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { activityLogged, runsTakenApart } from '#views/activity-logged.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { RUN_ACTIONS } from '#views/run-actions.ts'
import { runNoteForm } from '#views/run-note-form.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import { readJson } from '../kit/read-json.ts'
import { readRecordings } from '../kit/read-recordings.ts'

const EFFORT = /^(?<id>[^:]+):(?<effort>10|[1-9]):(?<place>alone|among)$/

/** How hard it was: the echo is shown again with it, or it is said where the message is about other runs too. */
const effortSelect = freeAction(RUN_ACTIONS.effort, async (context, value) => {
  const { id, effort, place } = EFFORT.exec(value)?.groups ?? {}
  if (!id || !effort) return stale
  const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, editActivity, {
    activityId: id,
    change: { perceivedEffort: Number(effort) },
  })
  if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
  const { startIsAssumed } = saidBy(done.value)
  const echo = activityLogged({ activity: done.value, startIsAssumed }, context.units)
  return place === 'alone' ? { replace: echo } : { say: echo }
})

const noteButton = freeAction(RUN_ACTIONS.note, async (context, activityId) => {
  const run = await ask(context.deps.engine, context.who, getRun, activityId)
  return run.ok
    ? { open: runNoteForm(run.value, context.units) }
    : { say: words(refusalInWords(run.refusal)) }
})

const splitValue = z.object({ id: z.string(), originId: z.string().nullable() })

/** What was put together are two. */
const splitButton = freeAction(RUN_ACTIONS.split, async (context, value) => {
  const read = readJson(splitValue, value)
  if (!read) return stale
  const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, unmergeActivity, {
    activityId: read.id,
    originId: read.originId,
  })
  if (!done.ok) return { say: words(refusalInWords(done.refusal, context.units)) }
  await readRecordings(context, done.value)
  return { say: runsTakenApart(done.value, context.units) }
})

export const runAfterwardsActions: readonly Action[] = [effortSelect, noteButton, splitButton]

const stale: Pressed = { say: words(refusalInWords({ code: 'stale-button' })) }
