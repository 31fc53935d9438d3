import type { Button, StaticSelect } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import { EFFORT_CHOICES } from './activity-words.ts'
import { type ButtonOptions, button, option, plain } from './blocks.ts'

/** Action ids of what can be done to one's own runs. */
export const RUN_ACTIONS = {
  edit: 'run-edit',
  undo: 'run-undo',
  delete: 'run-delete',
  newer: 'runs-newer',
  older: 'runs-older',
  effort: 'run-effort',
  note: 'run-note',
  split: 'run-split',
  splitListed: 'run-split-listed',
  removeFile: 'run-file-remove',
} as const

/** What an undo button carries; `isAlone`: its message is about nothing else, and makes way for the result. */
export type UndoValue = { ids: string[]; isAlone: boolean }

/** What a choice of effort carries; `isAlone` as for undo. At most 150 characters. */
export function effortValue(activityId: string, effort: number, isAlone: boolean): string {
  return `${activityId}:${effort}:${isAlone ? 'alone' : 'among'}`
}

/** "How hard was it?", answered by one choice. */
export function effortSelect(activity: Activity, isAlone: boolean): StaticSelect {
  const options = EFFORT_CHOICES.map(({ effort, label }) =>
    option(label, effortValue(activity.id, effort, isAlone)),
  )
  const chosen = activity.perceivedEffort === null ? undefined : options[activity.perceivedEffort - 1]
  return {
    type: 'static_select',
    action_id: RUN_ACTIONS.effort,
    placeholder: plain('How hard was it?'),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}

export function noteButton(activity: Activity): Button {
  const text = activity.note === '' ? 'Add a note' : 'Edit the note'
  return button(RUN_ACTIONS.note, text, activity.id, { label: `${text} of ${activity.name}` })
}

/** Takes out what was added to a run; `originId` null for what came last. */
export function splitButton(activity: Activity, originId: string | null): Button {
  return button(RUN_ACTIONS.split, 'Not the same run', JSON.stringify({ id: activity.id, originId }), {
    label: 'Not the same run: keep both',
  })
}

export function editButton(activity: Activity): Button {
  return button(RUN_ACTIONS.edit, 'Edit', activity.id, { label: `Edit ${activity.name}` })
}

export function undoButton(
  text: string,
  runs: readonly Activity[],
  options: ButtonOptions & { isAlone: boolean },
): Button {
  const { isAlone, ...rest } = options
  const value: UndoValue = { ids: runs.map(run => run.id), isAlone }
  return button(RUN_ACTIONS.undo, text, JSON.stringify(value), rest)
}
