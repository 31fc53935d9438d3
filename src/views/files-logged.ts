import type { KnownBlock } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import type { LoggedFile } from '#domain/activity/logged-runs.ts'
import { activityFacts, dayOfChange, firstLines, noteOf } from './activity-logged.ts'
import { activityRefusalInWords } from './activity-refusal.ts'
import { activityText, measuresText, subTypeText } from './activity-words.ts'
import { actions, section } from './blocks.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { editButton, effortSelect, noteButton, splitButton, undoButton } from './run-actions.ts'
import { shorten } from './shorten.ts'

/** What became of one dropped file. */
export type FileOutcome = { name: string } & (
  | { kind: 'logged'; file: LoggedFile }
  | { kind: 'refused'; why: Mrkdwn }
)

/** A button holds this many ids; a file with more has no undo of its own. */
const UNDO_MOST = 40
const NAME_MOST = 60

/** While files are read; takes a second or two, so that it says so first. */
export function readingFiles(count: number): Message {
  return words(count === 1 ? mrkdwn`Reading 1 file …` : mrkdwn`Reading ${count} files …`)
}

/** The one answer to a message with files: each with what was logged, to be undone, or why not. */
export function filesLogged(outcomes: readonly FileOutcome[], units: Units = 'km'): Message {
  const most = mostFor(outcomes.length)
  const texts = outcomes.map(outcome => outcomeText(outcome, most.lines, units))
  return {
    text: shorten(joinMrkdwn(texts, '\n\n').mrkdwn, LIMITS.messageText),
    blocks: outcomes.flatMap((outcome, index) => [
      section({ mrkdwn: shorten(texts[index]?.mrkdwn ?? '', most.letters) }),
      ...buttonsOf(outcome, index, outcomes.length),
    ]),
  }
}

function buttonsOf(outcome: FileOutcome, index: number, files: number): KnownBlock[] {
  if (outcome.kind === 'refused') return []
  const { logged, merged } = outcome.file
  const [first] = logged
  const [added] = merged
  const single = logged.length + merged.length === 1 ? (first ?? added?.activity) : undefined
  const isAlone = files === 1 && merged.length === 0
  const buttons = [
    ...(single ? [effortSelect(single, files === 1), noteButton(single), editButton(single)] : []),
    ...(single && added ? [splitButton(single, added.originId)] : []),
    ...(logged.length > 0 && logged.length <= UNDO_MOST
      ? [undoButton(logged.length === 1 ? 'Undo' : 'Undo all', logged, { isAlone })]
      : []),
  ]
  return buttons.length > 0 ? [actions(`logged-${index}`, ...buttons)] : []
}

function outcomeText(outcome: FileOutcome, most: number, units: Units): Mrkdwn {
  const name = shorten(outcome.name, NAME_MOST)
  if (outcome.kind === 'refused') return mrkdwn`Not logged: *${name}*. ${outcome.why}`
  const { logged, merged, skipped } = outcome.file
  const [first] = logged
  const [added] = merged
  if (added && logged.length === 0 && merged.length === 1 && skipped.length === 0) {
    return joinMrkdwn(
      [
        mrkdwn`Added *${name}* to what you had (${activityText(added.before, units)}): ${loggedText(added.activity, units)}.`,
        ...noteOf(added.activity),
      ],
      '\n',
    )
  }
  if (first && logged.length === 1 && merged.length + skipped.length === 0) {
    return joinMrkdwn([mrkdwn`Logged *${name}*: ${loggedText(first, units)}.`, ...noteOf(first)], '\n')
  }
  const total = logged.length + merged.length + skipped.length
  return joinMrkdwn(
    [
      mrkdwn`Logged *${name}*: ${logged.length} of ${total} activities.`,
      ...firstLines(
        logged.map(activity => mrkdwn`• ${loggedText(activity, units)}`),
        most,
      ),
      ...firstLines(
        merged.map(({ activity }) => mrkdwn`• Added to what you had: ${loggedText(activity, units)}`),
        most,
      ),
      ...firstLines(
        skipped.map(
          ({ measured, why }) =>
            mrkdwn`• Not the ${subTypeText(measured.subType)}, ${measuresText(measured, units)}: ${activityRefusalInWords(why, units)}`,
        ),
        most,
      ),
    ],
    '\n',
  )
}

function loggedText(activity: Activity, units: Units): Mrkdwn {
  return mrkdwn`*${measuresText(activity, units)}*, ${activityFacts(activity, dayOfChange(activity), units)}`
}

/** Slack takes some nine thousand characters in all the blocks of a message: many files each say less. */
function mostFor(files: number): { lines: number; letters: number } {
  return {
    lines: Math.max(1, Math.min(12, Math.floor(24 / files))),
    letters: Math.min(LIMITS.sectionText, Math.floor(6_500 / files)),
  }
}
