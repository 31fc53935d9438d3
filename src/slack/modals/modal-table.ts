import type { Modal } from '../kit/modal.ts'
import { createGroupModal } from './create-group.ts'
import { editGroupModal } from './edit-group.ts'
import { editRunModal } from './edit-run.ts'
import { inviteAthleteModal } from './invite-athlete.ts'
import { logRunModal } from './log-run.ts'

/** Every form that can be submitted. */
export const MODALS: readonly Modal[] = [
  createGroupModal,
  editGroupModal,
  inviteAthleteModal,
  logRunModal,
  editRunModal,
]
