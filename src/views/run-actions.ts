import type { Button } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import { type ButtonOptions, button } from './blocks.ts'

/** Action ids of what can be done to one's own runs. */
export const RUN_ACTIONS = {
  edit: 'run-edit',
  undo: 'run-undo',
  delete: 'run-delete',
  newer: 'runs-newer',
  older: 'runs-older',
} as const

/** What an undo button carries; `isAlone`: its message is about nothing else, and makes way for the result. */
export type UndoValue = { ids: string[]; isAlone: boolean }

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
