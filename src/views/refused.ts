import { section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import type { Mrkdwn } from './mrkdwn.ts'

/** In place of a form that cannot be carried out any more. */
export function refusedModal(why: Mrkdwn): ModalView {
  return modalView({ callbackId: 'refused', title: 'Not done', blocks: [section(why)] })
}
