import type { Modal } from '../kit/modal.ts'
import { createGroupModal } from './create-group.ts'
import { editGroupModal } from './edit-group.ts'
import { inviteAthleteModal } from './invite-athlete.ts'

/** Every form that can be submitted. */
export const MODALS: readonly Modal[] = [createGroupModal, editGroupModal, inviteAthleteModal]
