import { OFFERED_HOURS, type SessionHour } from '#domain/plan/living/session-hour.ts'
import { actions, button, context, input, option, section } from './blocks.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

export const HOUR_ACTIONS = {
  choose: 'session-hour-choose',
  never: 'session-hour-never',
  open: 'session-hour',
} as const

/** Block ids of the form's fields. */
export const HOUR_FORM = { on: 'hour-on', time: 'hour-time', day: 'hour-day', rest: 'hour-rest' } as const

/** Asked once, after the first plan. */
export function sessionHourAsked(): Message {
  const text = mrkdwn`You have a plan now. Shall I send you each day’s session?`
  return {
    text: `${text.mrkdwn} /astral today settings answers it at any time.`,
    blocks: [
      section(text),
      actions(
        'session-hour',
        ...OFFERED_HOURS.map(({ time, isEveningBefore }, index) =>
          button(
            `${HOUR_ACTIONS.choose}-${index}`,
            isEveningBefore ? `${time} the evening before` : time,
            `${time} ${isEveningBefore ? 'evening' : 'morning'}`,
          ),
        ),
        button(HOUR_ACTIONS.open, 'Another time', '-'),
        button(HOUR_ACTIONS.never, 'No thanks', '-'),
      ),
      context(
        mrkdwn`Here, for you alone. Days of rest stay quiet. \`/astral today\` shows the session whenever you like.`,
      ),
    ],
  }
}

export function sessionHourForm({ hour, zone }: { hour: SessionHour; zone: string }): ModalView {
  const send = [option('Send me each session', 'on'), option('I look for myself', 'off')]
  const days = [option('On its day', 'morning'), option('The evening before', 'evening')]
  const rest = option('Also tell me that it is a day of rest', 'rest')
  const radio = (options: ReturnType<typeof option>[], isSecond: boolean) => ({
    type: 'radio_buttons' as const,
    action_id: 'value',
    options,
    initial_option: options[isSecond ? 1 : 0] ?? option('', ''),
  })
  return modalView({
    callbackId: 'session-hour',
    title: 'Your session',
    submit: 'Save',
    blocks: [
      input(HOUR_FORM.on, 'Each day', radio(send, !hour.isOn)),
      input(HOUR_FORM.time, 'At', { type: 'timepicker', action_id: 'value', initial_time: hour.time }),
      input(HOUR_FORM.day, 'Which day', radio(days, hour.isEveningBefore)),
      input(
        HOUR_FORM.rest,
        'Days of rest',
        {
          type: 'checkboxes',
          action_id: 'value',
          options: [rest],
          ...(hour.onRestDays ? { initial_options: [rest] } : {}),
        },
        { optional: true },
      ),
      context(
        mrkdwn`In ${zone}, the time zone of your profile. Your quiet hours hold it back: \`/astral quiet\`.`,
      ),
    ],
  })
}

export function sessionHourSet(own: Parameters<typeof said>[0]): Message {
  return words(said(own))
}

export function sessionHourSetModal(own: Parameters<typeof said>[0]): ModalView {
  return modalView({ callbackId: 'session-hour-set', title: 'Your session', blocks: words(said(own)).blocks })
}

function said({
  hour,
  zone,
  heldUntil,
}: {
  hour: SessionHour
  zone: string
  heldUntil: string | null
}): Mrkdwn {
  if (!hour.isOn) {
    return mrkdwn`✓ I send you no sessions. \`/astral today\` shows them; \`/astral today settings\` changes it.`
  }
  const when = hour.isEveningBefore ? mrkdwn`at *${hour.time}* the evening before` : mrkdwn`at *${hour.time}*`
  const held =
    heldUntil === null
      ? mrkdwn``
      : mrkdwn` Your quiet hours last until ${heldUntil}, so it comes then; \`/astral quiet\` changes them.`
  return mrkdwn`✓ I send you each session ${when}, ${zone}.${held} \`/astral today settings\` changes it.`
}
