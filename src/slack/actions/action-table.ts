import type { Action } from '../kit/button.ts'
import { olderAuditButton } from './audit-older.ts'
import {
  deleteGroupButton,
  editGroupButton,
  keepPrivateButton,
  shareWithGroupButton,
  showGroupButton,
} from './group-card.ts'
import { invitationButtons } from './invitation.ts'
import { postButtons } from './posts.ts'
import { runMenuButtons } from './run-menu.ts'
import { runButtons } from './runs.ts'
import { scheduleButtons } from './schedules.ts'

/** Every button, menu and select that does something. */
export const ACTIONS: readonly Action[] = [
  showGroupButton,
  editGroupButton,
  deleteGroupButton,
  shareWithGroupButton,
  keepPrivateButton,
  ...invitationButtons,
  ...runButtons,
  ...runMenuButtons,
  olderAuditButton,
  ...postButtons,
  ...scheduleButtons,
]
