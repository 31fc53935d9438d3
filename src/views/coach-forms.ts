import type { Coach } from '#domain/organization/coach-card.ts'
import { input, option, plain, section } from './blocks.ts'
import { LIMITS } from './limits.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { athletesPicker, groupPicker } from './pickers.ts'

export const ASSIGN_FORM = { coach: 'coach', athletes: 'athletes', group: 'group', what: 'what' } as const
export const TRANSFER_FORM = { person: 'person' } as const

/** Assigns many athletes at once, one by one or a whole group. */
export function assignForm(coaches: readonly Coach[], isAssigned: boolean): ModalView {
  const assign = option('Put them into this coach’s care', 'assign')
  const unassign = option('Take them out of it', 'unassign')
  return modalView({
    callbackId: 'assign-athletes',
    title: 'Assign athletes',
    submit: 'Save',
    blocks: [
      input(ASSIGN_FORM.coach, 'Coach', {
        type: 'static_select',
        action_id: 'value',
        placeholder: plain('Choose a coach'),
        options: coaches
          .slice(0, LIMITS.options)
          .map(coach =>
            option(
              coach.displayName,
              coach.accountId,
              `${coach.isHeadCoach ? 'Head coach' : 'Assistant coach'}, ${coach.athletes} assigned`,
            ),
          ),
      }),
      input(ASSIGN_FORM.athletes, 'Athletes', athletesPicker(), { optional: true }),
      input(ASSIGN_FORM.group, 'Or everybody in a group', groupPicker('No group'), { optional: true }),
      input(
        ASSIGN_FORM.what,
        'What to do',
        {
          type: 'radio_buttons',
          action_id: 'value',
          options: [assign, unassign],
          initial_option: isAssigned ? assign : unassign,
        },
        { hint: 'The coach is told once. Athletes cannot see assignments.' },
      ),
    ],
  })
}

/** Asks once more before the club is offered to somebody. */
export function transferForm(slackUserId: string | null): ModalView {
  return modalView({
    callbackId: 'offer-head-coach',
    title: 'Hand over the club',
    submit: 'Offer the club',
    blocks: [
      section(
        mrkdwn`Whoever you choose is asked in a direct message. When they accept, *they* are head coach, with every right you have now, and you are an assistant coach. Until then nothing changes.`,
      ),
      input(
        TRANSFER_FORM.person,
        'Next head coach',
        {
          type: 'users_select',
          action_id: 'value',
          placeholder: plain('Choose a person'),
          ...(slackUserId ? { initial_user: slackUserId } : {}),
        },
        { hint: 'An active member of the club.' },
      ),
    ],
  })
}
