import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import { input, option, plain } from './blocks.ts'
import { questionBlocks } from './invitation-code.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'

export const JOIN_FORM = { code: 'code', answer: 'answer' } as const

/** Asks for the code. */
export function joinForm(): ModalView {
  return modalView({
    callbackId: 'join',
    title: 'Join with a code',
    submit: 'Continue',
    blocks: [
      input(
        JOIN_FORM.code,
        'Code',
        { type: 'plain_text_input', action_id: 'value', placeholder: plain('SPRING26'), max_length: 100 },
        { hint: 'As your coach gave it to you; letter case does not matter.' },
      ),
    ],
  })
}

/** Says what the code leads to and asks what is shared; nothing is chosen for anybody. */
export function joinAnswerForm(offer: CodeOffer): ModalView {
  return modalView({
    callbackId: 'join-answer',
    title: 'Join',
    submit: 'Join',
    meta: { codeId: offer.codeId },
    blocks: [
      ...questionBlocks(offer),
      input(JOIN_FORM.answer, 'What do you share?', {
        type: 'radio_buttons',
        action_id: 'value',
        options: [
          option(
            offer.groupName === null ? 'Share with my groups' : 'Share with my group',
            'accept-and-share',
          ),
          option('Keep private', 'accept-keep-private'),
        ],
      }),
    ],
  })
}
