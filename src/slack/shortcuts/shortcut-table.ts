import type { Shortcut } from '../kit/shortcut.ts'
import { giveFeedbackShortcut } from './give-feedback.ts'
import { inviteAthleteShortcut } from './invite-athlete.ts'
import { logRunShortcut } from './log-run.ts'
import { whyIsThisHereShortcut } from './why-is-this-here.ts'

/** Every shortcut of the manifest. */
export const SHORTCUTS: readonly Shortcut[] = [
  logRunShortcut,
  inviteAthleteShortcut,
  giveFeedbackShortcut,
  whyIsThisHereShortcut,
]
