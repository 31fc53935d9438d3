import type { Modal } from '../kit/modal.ts'
import { createGroupModal } from './create-group.ts'

/** Every form that can be submitted. */
export const MODALS: readonly Modal[] = [createGroupModal]
