import type { Shortcut } from '../kit/shortcut.ts'
import { inviteAthleteShortcut } from './invite-athlete.ts'
import { logRunShortcut } from './log-run.ts'

/** Every shortcut of the manifest. */
export const SHORTCUTS: readonly Shortcut[] = [logRunShortcut, inviteAthleteShortcut]
