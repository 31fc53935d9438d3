import { addDays, weekdayOf } from '#domain/calendar/local-day.ts'
import type { DayAvailability } from '#domain/plan/availability/availability.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import { DAY_NAMES } from '#domain/plan/template/plan-lines.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { availabilityLine } from './availability.ts'
import { actions, button, context, input, section } from './blocks.ts'
import { dayText } from './figures.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

export const EDIT_WEEK_FORM = { text: 'week-text' } as const
export const EDIT_WEEK_ACTIONS = { turn: 'edit-week-turn', back: 'edit-week-back' } as const

/** Slack takes no longer text in a field. */
const TEXT_MOST = 3_000

export type EditedWeek = {
  accountId: string
  name: string
  from: LocalDay
  today: LocalDay
  firstOn: LocalDay
  frozen: readonly PlannedSession[]
  sessions: readonly PlannedSession[]
  seen: string
  /** When they can train in it; empty where they did not say. */
  availability?: readonly DayAvailability[]
}

/** A week in the lines of the plan language, to be rewritten; null where it does not fit into a field. */
export function editWeekForm(week: EditedWeek): ModalView | null {
  const text = weekLines(week.sessions)
  if (text.length > TEXT_MOST) return null
  const kept = week.frozen.map(
    session => mrkdwn`${dayText(session.on)}  ${shorten(session.title ?? session.text, 100)}`,
  )
  const { accountId, from, seen } = week
  return modalView({
    callbackId: 'edit-athlete-week',
    title: 'Change the week',
    submit: 'Save and tell',
    meta: { accountId, from, seen },
    blocks: [
      section(
        mrkdwn`*${week.name}* · ${dayText(from, week.today)} – ${dayText(addDays(from, 6), week.today)}`,
      ),
      ...(week.availability && week.availability.length > 0
        ? [context(availabilityLine(week.availability, from))]
        : []),
      ...(kept.length > 0 ? [context(joinMrkdwn([mrkdwn`Over or done, and stays:`, ...kept], '\n'))] : []),
      input(
        EDIT_WEEK_FORM.text,
        `From ${dayText(week.firstOn)} on`,
        {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: TEXT_MOST,
          ...(text === '' ? {} : { initial_value: text }),
        },
        {
          optional: true,
          hint: 'A line a session: Thu 2km easy + 6x400m @z5 r400m jog + 2km easy. A day without a line is rest; // begins a note.',
        },
      ),
      actions(
        'edit-week',
        ...(addDays(from, -1) >= week.today
          ? [button(EDIT_WEEK_ACTIONS.back, '◀ Week before', `${accountId} ${addDays(from, -7)}`)]
          : []),
        button(EDIT_WEEK_ACTIONS.turn, 'Week after ▶', `${accountId} ${addDays(from, 7)}`),
      ),
    ],
  })
}

function weekLines(sessions: readonly PlannedSession[]): string {
  return sessions
    .map(session => {
      const day = DAY_NAMES[weekdayOf(session.on) - 1] ?? ''
      return `${day} ${session.text}${session.note === '' ? '' : ` // ${session.note}`}`
    })
    .join('\n')
}
