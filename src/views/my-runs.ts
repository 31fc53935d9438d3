import type { Button, KnownBlock } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import { type ActivityCursor, cursorOf, type RunsPage } from '#domain/activity/logged-runs.ts'
import { activityFacts, noteOf } from './activity-logged.ts'
import { activityText, measuresText } from './activity-words.ts'
import { ATHLETE_ACTIONS, OWN_CHART } from './athlete-card.ts'
import { actions, button, confirm, context, section } from './blocks.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { METRIC_ACTIONS } from './paces.ts'
import { editButton, RUN_ACTIONS } from './run-actions.ts'
import { saidToRun } from './run-said.ts'
import { shorten } from './shorten.ts'

/** What a delete button of the list carries: the run, and where the page began, to be shown again. */
export type DeleteValue = { id: string; from: ActivityCursor }

/** One's own runs, newest first, a page at a time. `above` says what just happened. */
export function myRuns(page: RunsPage, units: Units = 'km', above: Mrkdwn | null = null): Message {
  const { runs } = page
  const title = runs.length === 0 ? noRuns : mrkdwn`*My runs*, newest first. Only you see this list.`
  const lines = runs.map(run => runText(run, page, units))
  const said = above ? [above] : []
  return {
    text: shorten(joinMrkdwn([...said, title, ...lines], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      ...said.map(text => context(text)),
      runs.length === 0
        ? section(title)
        : section(title, button(ATHLETE_ACTIONS.chart, 'Send me the chart', OWN_CHART)),
      ...runs.flatMap(run => row(run, runs[0] ?? run, page, units)),
      ...paging(page),
    ],
  }
}

/** The list shows how a note begins; the form has all of it. */
const NOTE_MOST = 150

const noRuns = mrkdwn`You have no runs yet. Type \`/astral log 8.2km 45:10 easy\`, or drop a FIT, GPX or TCX file into a direct message with me.`

function row(run: Activity, firstOfPage: Activity, page: RunsPage, units: Units): KnownBlock[] {
  const value: DeleteValue = { id: run.id, from: cursorOf(firstOfPage) }
  return [
    section(runText(run, page, units)),
    actions(
      `run-${run.id}`,
      editButton(run),
      button(RUN_ACTIONS.delete, 'Delete', JSON.stringify(value), {
        style: 'danger',
        label: `Delete ${run.name}`,
        confirm: confirm(
          'Delete this run?',
          `${activityText(run, units)} is gone for good, from totals and leaderboards too.`,
          'Delete',
          'Keep',
        ),
      }),
      button(METRIC_ACTIONS.whyRun, 'Why these numbers?', run.id, {
        label: `Why the numbers of ${run.name}?`,
      }),
      ...(page.merged?.has(run.id) ? [splitListedButton(run, value)] : []),
      ...(page.withFile?.has(run.id) ? [removeFileButton(run, value)] : []),
    ),
  ]
}

function splitListedButton(run: Activity, value: DeleteValue): Button {
  return button(RUN_ACTIONS.splitListed, 'These are two runs', JSON.stringify(value), {
    label: `Take ${run.name} apart`,
    confirm: confirm(
      'Are these two runs?',
      `${run.name} came from several sources. What came last becomes a run of its own again.`,
      'Two runs',
      'One run',
    ),
  })
}

function removeFileButton(run: Activity, value: DeleteValue): Button {
  return button(RUN_ACTIONS.removeFile, 'Remove the original file', JSON.stringify(value), {
    label: `Remove the original file of ${run.name}`,
    confirm: confirm(
      'Remove the original file?',
      `The run stays. Its file is no longer kept, and is not in the export of your data.`,
      'Remove',
      'Keep',
    ),
  })
}

function runText(run: Activity, page: RunsPage, units: Units): Mrkdwn {
  return joinMrkdwn(
    [
      mrkdwn`*${run.name}* · ${measuresText(run, units)}`,
      mrkdwn`${activityFacts(run, page.today, units)}${loadText(page.loads?.get(run.id))}`,
      ...noteOf(run, NOTE_MOST),
      ...saidToRun(run.id, page),
    ],
    '\n',
  )
}

function loadText(milli: number | undefined): Mrkdwn {
  return milli === undefined ? mrkdwn`` : mrkdwn` · load ${(milli / 1_000).toFixed(1)} points`
}

function paging({ runs, hasNewer, hasOlder }: RunsPage): KnownBlock[] {
  const [first, last] = [runs[0], runs.at(-1)]
  const buttons = [
    ...(hasNewer && first ? [button(RUN_ACTIONS.newer, 'Newer', JSON.stringify(cursorOf(first)))] : []),
    ...(hasOlder && last ? [button(RUN_ACTIONS.older, 'Older', JSON.stringify(cursorOf(last)))] : []),
  ]
  return buttons.length > 0 ? [actions('runs-page', ...buttons)] : []
}
