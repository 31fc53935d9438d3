import { input, plain } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'

export const VDOT_FORM = { performance: 'performance' } as const

/** Asks what somebody can run today. */
export function enterVdotForm(): ModalView {
  return modalView({
    callbackId: 'enter-vdot',
    title: 'Set my paces',
    submit: 'Set',
    blocks: [
      input(
        VDOT_FORM.performance,
        'What can you run today?',
        {
          type: 'plain_text_input',
          action_id: 'value',
          placeholder: plain('5km 21:00'),
          max_length: 60,
        },
        {
          hint: 'A distance and a time, of a race you ran lately or could run. It holds from today on; loads of earlier days stay as they are.',
        },
      ),
    ],
  })
}
