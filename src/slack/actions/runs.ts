import { z } from 'zod'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { getRun } from '#usecases/activity/get-run.ts'
import { listRuns, type RunsPlace } from '#usecases/activity/list-runs.ts'
import { removeFile } from '#usecases/activity/remove-file.ts'
import { unmergeActivity } from '#usecases/activity/unmerge-activity.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { activitiesDeleted, fileRemoved, runsTakenApart } from '#views/activity-logged.ts'
import { words } from '#views/message.ts'
import type { Mrkdwn } from '#views/mrkdwn.ts'
import { myRuns } from '#views/my-runs.ts'
import { refusalInWords } from '#views/refusal.ts'
import { RUN_ACTIONS } from '#views/run-actions.ts'
import { editRunForm } from '#views/run-form.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { readJson } from '../kit/read-json.ts'
import { readRecordings } from '../kit/read-recordings.ts'

const cursor = z.object({ startedAt: z.number(), id: z.string() })
const undoValue = z.object({ ids: z.array(z.string()).min(1), isAlone: z.boolean() })
const deleteValue = z.object({ id: z.string(), from: cursor })

const editRunButton = freeAction(RUN_ACTIONS.edit, async (context, activityId) => {
  const run = await ask(context.deps.engine, context.who, getRun, activityId)
  return run.ok
    ? { open: editRunForm(run.value, context.units) }
    : { say: words(refusalInWords(run.refusal)) }
})

/** Takes back what was logged: the message that told of it makes way when it told of nothing else. */
const undoButton = freeAction(RUN_ACTIONS.undo, async (context, value) => {
  const read = readJson(undoValue, value)
  if (!read) return stale
  const { ids, isAlone } = read
  const done = await deleteRuns(context, ids)
  if (!done.ok) {
    const refused = words(refusalInWords(done.refusal))
    return isAlone && done.refusal.code === 'activity-gone' ? { replace: refused } : { say: refused }
  }
  const deleted = activitiesDeleted(done.value, context.units)
  return isAlone ? { replace: deleted } : { say: deleted }
})

/** Deletes from the list, which is shown again from where it stood. */
const deleteRunButton = freeAction(RUN_ACTIONS.delete, async (context, value) => {
  const read = readJson(deleteValue, value)
  if (!read) return stale
  const done = await deleteRuns(context, [read.id])
  const said = done.ok
    ? { mrkdwn: activitiesDeleted(done.value, context.units).text }
    : refusalInWords(done.refusal)
  return turnTo(context, { kind: 'from', cursor: read.from }, said)
})

/** Takes a run of the list apart, which is shown again. */
const splitListedButton = freeAction(RUN_ACTIONS.splitListed, async (context, value) => {
  const read = readJson(deleteValue, value)
  if (!read) return stale
  const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, unmergeActivity, {
    activityId: read.id,
    originId: null,
  })
  if (done.ok) await readRecordings(context, done.value)
  const said = done.ok
    ? { mrkdwn: runsTakenApart(done.value, context.units).text }
    : refusalInWords(done.refusal)
  return turnTo(context, { kind: 'from', cursor: read.from }, said)
})

const removeFileButton = freeAction(RUN_ACTIONS.removeFile, async (context, value) => {
  const read = readJson(deleteValue, value)
  if (!read) return stale
  const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, removeFile, {
    activityId: read.id,
  })
  const said = done.ok ? fileRemoved(done.value, context.units) : refusalInWords(done.refusal)
  return turnTo(context, { kind: 'from', cursor: read.from }, said)
})

const newerRunsButton = pageButton(RUN_ACTIONS.newer, 'newer')
const olderRunsButton = pageButton(RUN_ACTIONS.older, 'older')

export const runButtons: readonly Action[] = [
  editRunButton,
  undoButton,
  deleteRunButton,
  splitListedButton,
  removeFileButton,
  newerRunsButton,
  olderRunsButton,
]

function pageButton(actionId: string, kind: 'newer' | 'older'): Action {
  return freeAction(actionId, async (context, value) => {
    const read = readJson(cursor, value)
    return read ? turnTo(context, { kind, cursor: read }) : stale
  })
}

async function turnTo(context: SlackContext, place: RunsPlace, above?: Mrkdwn): Promise<Pressed> {
  const page = await ask(context.deps.engine, context.who, listRuns, place)
  return page.ok
    ? { replace: myRuns(page.value, context.units, above) }
    : { say: words(refusalInWords(page.refusal)) }
}

function deleteRuns(context: SlackContext, activityIds: readonly string[]) {
  return perform(context.deps.engine, { who: context.who, surface: 'button' }, deleteActivities, {
    activityIds,
  })
}

const stale: Pressed = { say: words(refusalInWords({ code: 'stale-button' })) }
