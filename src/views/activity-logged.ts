import type { KnownBlock } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import { ACTIVITY_NOTE_MAX } from '#domain/activity/activity-limits.ts'
import type { LoggedRun } from '#domain/activity/logged-runs.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { activityText, measuresText, startText, subTypeText } from './activity-words.ts'
import { actions, context, section } from './blocks.ts'
import { climbText, dayText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { editButton, effortSelect, noteButton, splitButton, undoButton } from './run-actions.ts'
import { shorten } from './shorten.ts'
import { whichSessionButton } from './which-session.ts'

/** What was understood of a typed line, to be corrected or undone in the same place. */
export function activityLogged(run: LoggedRun, units: Units = 'km'): Message {
  const { activity, merged } = run
  const last = merged ? splitButton(activity, merged.originId) : undo(activity)
  const blocks = [
    ...echo(run, units),
    actions(
      'logged',
      effortSelect(activity, true),
      noteButton(activity),
      editButton(activity),
      last,
      ...(run.asksWhichSession ? [whichSessionButton(activity)] : []),
    ),
  ]
  const text = joinMrkdwn([logged(run, units), ...noteOf(activity)], '\n').mrkdwn
  return { text: shorten(text, LIMITS.messageText), blocks }
}

export function activityLoggedModal(run: LoggedRun, units: Units = 'km'): ModalView {
  return modalView({
    callbackId: 'run-logged',
    title: 'Run logged',
    blocks: [...echo(run, units), whereRunsAre],
  })
}

export function activityEditedModal(activity: Activity, units: Units = 'km'): ModalView {
  const text = mrkdwn`Saved: *${measuresText(activity, units)}*, ${subTypeText(activity.subType)}, ${startText(activity, dayOfChange(activity))}.`
  return modalView({
    callbackId: 'run-saved',
    title: 'Run saved',
    blocks: [section(text), ...noteOf(activity).map(note => context(note)), whereRunsAre],
  })
}

export function activitiesDeleted(deleted: readonly Activity[], units: Units = 'km'): Message {
  const lines = deleted.map(activity => mrkdwn`• ${activityText(activity, units)}`)
  return words(
    deleted.length === 1 && deleted[0]
      ? mrkdwn`Deleted ${activityText(deleted[0], units)}.`
      : joinMrkdwn([mrkdwn`Deleted ${deleted.length} activities:`, ...firstLines(lines, 5)], '\n'),
  )
}

/** `easy run, Fri 20 Nov 18:00`, with climb and heart rate where they are known; only for its athlete's eyes. */
export function activityFacts(
  activity: Activity,
  today: LocalDay,
  units: Units = 'km',
  startIsAssumed = false,
): string {
  const { subType, localOn, climbCm, averageHeartRate, perceivedEffort } = activity
  return [
    subTypeText(subType),
    startIsAssumed ? dayText(localOn, today) : startText(activity, today),
    ...(climbCm ? [`${climbText(climbCm, units)} up`] : []),
    ...(averageHeartRate ? [`${averageHeartRate} bpm`] : []),
    ...(perceivedEffort ? [`effort ${perceivedEffort}/10`] : []),
  ].join(', ')
}

/** The day on which it was last changed, in its own zone: what "this year" means in an answer to that change. */
export function dayOfChange({ updatedAt, zone }: Activity): LocalDay {
  return localDayAt(updatedAt, zone)
}

/** The first lines, and how many more there are. */
export function firstLines(lines: readonly Mrkdwn[], most: number): Mrkdwn[] {
  const rest = lines.length - most
  return rest > 0 ? [...lines.slice(0, most), mrkdwn`… and ${rest} more`] : [...lines]
}

export function noteOf({ note }: Activity, most: number = ACTIVITY_NOTE_MAX): Mrkdwn[] {
  return note === '' ? [] : [mrkdwn`“${shorten(note, most)}”`]
}

/** The file went, the run stayed. */
export function fileRemoved(activity: Activity, units: Units = 'km'): Mrkdwn {
  return mrkdwn`The original file of ${activityText(activity, units)} is removed. The run stays.`
}

/** What was one run is two again. */
export function runsTakenApart([one, other]: readonly [Activity, Activity], units: Units = 'km'): Message {
  return words(
    mrkdwn`They are two runs again: ${activityText(one, units)} and ${activityText(other, units)}. I will not put them together again.`,
  )
}

const whereRunsAre = context(mrkdwn`\`/astral runs\` lists your runs, to edit and delete.`)

function echo(run: LoggedRun, units: Units): KnownBlock[] {
  return [section(logged(run, units)), ...noteOf(run.activity).map(note => context(note))]
}

function logged({ activity, startIsAssumed, merged }: LoggedRun, units: Units): Mrkdwn {
  const measures = measuresText(activity, units)
  const facts = activityFacts(activity, dayOfChange(activity), units, startIsAssumed && !merged)
  if (merged) {
    return mrkdwn`Added to what you had: *${measures}*, ${facts}.`
  }
  return mrkdwn`Logged *${measures}*, ${facts}.`
}

function undo(activity: Activity) {
  return undoButton('Undo', [activity], { isAlone: true })
}
