import { digest } from '../digest.ts'
import type { Drawing } from './drawing.ts'

/** Where an element sits, and when what a person does with it is sent to the app. */
export type ElementPlace = {
  blockId: string
  /** Id of the markup that names the control, or null where the control must name itself. */
  labelledBy: string | null
  describedBy: string | null
  isInput: boolean
  isRequired: boolean
  isInvalid: boolean
  dispatch: 'at-once' | 'never'
}

/** Id of a control on the page: the same for the same (place, block_id, action_id), so that typed values stay. */
export function controlId(drawing: Drawing, blockId: string, actionId: string): string {
  return `c-${digest([drawing.scope, blockId, actionId])}`
}

export function partId(drawing: Drawing, blockId: string, part: string): string {
  return `${part}-${digest([drawing.scope, blockId])}`
}
