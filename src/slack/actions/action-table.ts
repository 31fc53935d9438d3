import type { Action } from '../kit/button.ts'

/** Every button, menu and select that does something. */
export const ACTIONS: readonly Action[] = []
