import type { QuietHours } from '#domain/calendar/quiet-hours.ts'
import { DEFAULT_QUIET_HOURS } from '#domain/calendar/quiet-hours.ts'
import { context, input, option } from './blocks.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Block ids of the form's fields. */
export const QUIET_FORM = { on: 'quiet-on', from: 'quiet-from', to: 'quiet-to' } as const

/** When nothing that Astral sends by itself may arrive. */
export function quietHoursForm(own: { quietHours: QuietHours | null; zone: string }): ModalView {
  const hours = own.quietHours ?? DEFAULT_QUIET_HOURS
  const options = [option('Keep quiet hours', 'on'), option('Anything may come at any time', 'off')]
  const chosen = options[own.quietHours === null ? 1 : 0] ?? option('Keep quiet hours', 'on')
  const time = (block: string, label: string, value: string) =>
    input(block, label, { type: 'timepicker', action_id: 'value', initial_time: value })
  return modalView({
    callbackId: 'quiet-hours',
    title: 'Quiet hours',
    submit: 'Save',
    blocks: [
      input(QUIET_FORM.on, 'At night', {
        type: 'radio_buttons',
        action_id: 'value',
        options,
        initial_option: chosen,
      }),
      time(QUIET_FORM.from, 'From', hours.from),
      time(QUIET_FORM.to, 'To', hours.to),
      context(
        mrkdwn`In ${own.zone}, the time zone of your profile. What Astral sends by itself waits until they are over; answers to you, and what a person sends you, come at once.`,
      ),
    ],
  })
}

export function quietHoursSet(set: { hours: QuietHours | null; zone: string }): Message {
  return words(saidOf(set))
}

export function quietHoursSetModal(set: { hours: QuietHours | null; zone: string }): ModalView {
  return modalView({
    callbackId: 'quiet-hours-set',
    title: 'Quiet hours',
    blocks: words(saidOf(set)).blocks,
  })
}

function saidOf({ hours, zone }: { hours: QuietHours | null; zone: string }): Mrkdwn {
  return hours === null
    ? mrkdwn`You have no quiet hours: what Astral sends by itself may come at any time.`
    : mrkdwn`Nothing that Astral sends by itself comes from *${hours.from}* to *${hours.to}*, ${zone}.`
}
