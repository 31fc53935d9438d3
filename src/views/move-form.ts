import { addDays } from '#domain/calendar/local-day.ts'
import { CHANGE_NOTE_MAX } from '#domain/plan/living/change-request.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { context, input, option, plain } from './blocks.ts'
import { dayText } from './figures.ts'
import { initial } from './leaderboard-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'
import { sessionValue } from './today.ts'

/** Block ids of the form's fields. */
export const MOVE_FORM = {
  session: 'move-session',
  to: 'move-to',
  swap: 'move-swap',
  note: 'move-note',
} as const

/** Another day for a session, or none. `isCannot` begins with none. */
export function moveForm(
  options: {
    accountId: string
    name: string | null
    today: LocalDay
    from: LocalDay
    sessions: readonly PlannedSession[]
    chosen: PlannedSession | null
    isDecided: boolean
  },
  isCannot: boolean,
): ModalView {
  const { sessions, chosen, from, today, name } = options
  const which = sessions
    .slice(0, 20)
    .map(session => option(`${dayText(session.on)}: ${short(session)}`, sessionValue(session)))
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index))
    .filter(on => on >= today)
    .map(on => option(`${dayText(on)} · ${plannedOn(sessions, on)}`, on))
  const none = option('Not at all this week', 'none')
  const to = [...days, none]
  const isBusy = sessions.length > 1
  const both = [option('Swap the two days', 'swap'), option('Do both on that day', 'both')]
  return modalView({
    callbackId: 'move-session',
    title: isCannot ? 'Can’t do it' : 'Move a session',
    submit: 'Save',
    meta: { athleteId: name === null ? null : options.accountId },
    blocks: [
      input(MOVE_FORM.session, 'Session', {
        type: 'static_select',
        action_id: 'value',
        options: which,
        ...initial(which, chosen ? sessionValue(chosen) : ''),
      }),
      input(
        MOVE_FORM.to,
        isCannot ? 'When instead?' : 'To',
        {
          type: 'static_select',
          action_id: 'value',
          options: to,
          ...(isCannot ? { initial_option: none } : {}),
        },
        {
          hint:
            name === null
              ? options.isDecided
                ? 'A move within the week is done at once and your coach is told. To leave it out, your coach is asked.'
                : 'Your coach is asked first.'
              : 'It is done at once, and they are told.',
        },
      ),
      ...(isBusy
        ? [
            input(MOVE_FORM.swap, 'If that day has a session', {
              type: 'radio_buttons' as const,
              action_id: 'value',
              options: both,
              initial_option: both[0] ?? option('', ''),
            }),
          ]
        : []),
      ...(name === null
        ? [
            input(
              MOVE_FORM.note,
              'Why?',
              {
                type: 'plain_text_input' as const,
                action_id: 'value',
                multiline: true,
                max_length: CHANGE_NOTE_MAX,
                placeholder: plain('Only your coach reads it.'),
              },
              { optional: true },
            ),
          ]
        : []),
      context(mrkdwn`Days that are over and sessions that are done stay as they are.`),
    ],
  })
}

function plannedOn(sessions: readonly PlannedSession[], on: LocalDay): string {
  const there = sessions.filter(session => session.on === on)
  return there.length === 0 ? 'rest' : there.map(short).join(', ')
}

function short({ title, text }: PlannedSession): string {
  return shorten(title ?? text, 48)
}
