import type { Activity } from '#domain/activity/activity.ts'
import { COMMENT_MAX } from '#domain/feed/feed-refusal.ts'
import type { FeedRun } from '#domain/feed/feed-run.ts'
import { activityText } from './activity-words.ts'
import { context, input, option, plain, section } from './blocks.ts'
import { CLAP, runMeasures } from './feed-words.ts'
import { dayText } from './figures.ts'
import { LIMITS } from './limits.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

export const FEEDBACK_FORM = { run: 'run', text: 'text' } as const

/** What is needed of a run to choose it. */
export type ChoosableRun = {
  activityId: string
  athleteName: string
  run: Pick<FeedRun, 'subType' | 'distanceCm' | 'durationMs' | 'localOn'>
}

/** A coach's words, on one run or on one of those of a card. */
export function feedbackForm(runs: readonly ChoosableRun[]): ModalView {
  const [only] = runs
  const options = runs
    .slice(-LIMITS.options)
    .reverse()
    .map(choosable => option(runText(choosable), choosable.activityId))
  return modalView({
    callbackId: 'give-feedback',
    title: 'Give feedback',
    submit: 'Send',
    ...(runs.length === 1 && only
      ? { meta: { activityId: only.activityId } }
      : { meta: { activityId: null } }),
    blocks: [
      ...(runs.length === 1 && only
        ? [section(mrkdwn`${runText(only)}`)]
        : [
            input(FEEDBACK_FORM.run, 'Run', {
              type: 'static_select',
              action_id: 'value',
              placeholder: plain('Choose a run', LIMITS.optionText),
              options,
            }),
          ]),
      input(
        FEEDBACK_FORM.text,
        'What you want to say',
        { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: COMMENT_MAX },
        { hint: 'The athlete gets it as a direct message and keeps it with the run. Nobody else sees it.' },
      ),
    ],
  })
}

function runText({ athleteName, run }: ChoosableRun): string {
  return `${athleteName} · ${runMeasures(run)} · ${dayText(run.localOn)}`
}

export function feedbackGiven(done: { athleteName: string }): Message {
  return words(givenInWords(done))
}

export function feedbackGivenModal(done: { athleteName: string }): ModalView {
  return modalView({
    callbackId: 'feedback-given',
    title: 'Sent',
    blocks: [section(givenInWords(done))],
  })
}

function givenInWords({ athleteName }: { athleteName: string }): Mrkdwn {
  return mrkdwn`Your words go to *${athleteName}* and stay with the run.`
}

/** To the athlete: what their coach says of a run. */
export function feedbackReceived({
  run,
  comment,
}: {
  run: Activity
  comment: { authorName: string; text: string }
}): Message {
  const head = mrkdwn`*${comment.authorName}* on ${activityText(run)}`
  const said = quoted(comment.text)
  const foot = mrkdwn`Only you and your coaches see this. \`/astral runs\` keeps it with the run.`
  return {
    text: shortenMrkdwn(joinMrkdwn([head, said, foot], '\n').mrkdwn, LIMITS.messageText),
    blocks: [section(joinMrkdwn([head, said], '\n')), context(foot)],
  }
}

/** What somebody wrote, line by line as a quotation. */
export function quoted(text: string): Mrkdwn {
  return joinMrkdwn(
    text.split('\n').map(line => mrkdwn`> ${line}`),
    '\n',
  )
}

/** To whoever cheered, alone; the count under the run follows by itself. */
export function kudosChanged({ isGiven, athleteName }: { isGiven: boolean; athleteName: string }): Message {
  return words(
    isGiven
      ? mrkdwn`${CLAP} You cheer for *${athleteName}*. Press again to take it back.`
      : mrkdwn`Taken back: you do not cheer for *${athleteName}* any more.`,
  )
}
