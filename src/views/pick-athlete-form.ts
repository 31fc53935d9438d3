import { input } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { athletePicker } from './pickers.ts'

export const PICK_ATHLETE_FORM = { athlete: 'athlete' } as const

/** Which athlete's profile is wanted. */
export function pickAthleteForm(): ModalView {
  return modalView({
    callbackId: 'pick-athlete',
    title: 'Athlete',
    submit: 'Open profile',
    blocks: [
      input(PICK_ATHLETE_FORM.athlete, 'Whose profile?', athletePicker(), {
        hint: 'By the name in the club, the name in Slack or the e-mail address.',
      }),
    ],
  })
}
