import type { Button } from '@slack/types'
import type { Activity } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { MatchedByHand, WhichSession } from '#domain/plan/matching/kept-week.ts'
import type { SessionName } from '#domain/plan/matching/match-sessions.ts'
import { activityText } from './activity-words.ts'
import { button, context, input, option, section } from './blocks.ts'
import { dayText, type Units } from './figures.ts'
import { initial } from './leaderboard-form.ts'
import { LIMITS } from './limits.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

export const WHICH_SESSION_FORM = { session: 'session' } as const
/** Values of the choices that are no session. */
export const WHICH_NONE = 'none'
export const WHICH_AUTOMATIC = 'automatic'

export function sessionChoice({ enrollmentId, dayIndex, slot }: SessionName): string {
  return `${enrollmentId} ${dayIndex} ${slot}`
}

/** *Which session was this?*: one of the three days around it, none, or whatever fits. */
export function whichSessionForm(which: WhichSession, units: Units = 'km'): ModalView {
  const { activity, sessions, present, isByHand, name } = which
  const options = [
    ...sessions
      .slice(0, LIMITS.options - 2)
      .map(session =>
        option(
          `${dayName(session.on, activity.localOn)}: ${session.title ?? session.text}`,
          sessionChoice(session),
        ),
      ),
    option('None of these', WHICH_NONE),
    option('Whichever fits best', WHICH_AUTOMATIC),
  ]
  const chosen = present ? sessionChoice(present) : WHICH_AUTOMATIC
  const now = present
    ? mrkdwn`It counts as *${present.title ?? present.text}* of ${dayText(present.on)}${isByHand ? ', as somebody said' : ''}.`
    : mrkdwn`It counts as none of the plan’s sessions now.`
  return modalView({
    callbackId: 'which-session',
    title: 'Which session was this?',
    submit: 'Save',
    meta: { activityId: activity.id },
    blocks: [
      section(mrkdwn`${name === null ? mrkdwn`` : mrkdwn`${name}: `}${activityText(activity, units)}`),
      section(now),
      input(WHICH_SESSION_FORM.session, 'It was', {
        type: 'static_select',
        action_id: 'value',
        options,
        ...initial(options, chosen),
      }),
      context(mrkdwn`What is said here holds until somebody says otherwise.`),
    ],
  })
}

function dayName(on: WhichSession['today'], activityOn: WhichSession['today']): string {
  if (on === activityOn) return 'That day'
  return on === addDays(activityOn, 1) ? 'The day after' : 'The day before'
}

export function matchedByHand(done: MatchedByHand, units: Units = 'km'): Message {
  return words(matchedText(done, units))
}

export function matchedByHandModal(done: MatchedByHand, units: Units = 'km'): ModalView {
  return modalView({
    callbackId: 'session-matched',
    title: 'Saved',
    blocks: [section(matchedText(done, units))],
  })
}

function matchedText({ activity, session, to }: MatchedByHand, units: Units): Mrkdwn {
  const run = activityText(activity, units)
  if (session) return mrkdwn`✓ ${run} counts as *${session.title ?? session.text}* of ${dayText(session.on)}.`
  return to === 'none'
    ? mrkdwn`✓ ${run} counts as none of the plan’s sessions.`
    : mrkdwn`✓ ${run} counts as whichever session it fits best.`
}

export const WHICH_SESSION = 'which-session'

/** Stands under a run that was just logged, where it is not plain. */
export function whichSessionButton(activity: Pick<Activity, 'id' | 'name'>): Button {
  return button(WHICH_SESSION, 'Which session was this?', activity.id, {
    label: `Which session was ${activity.name}?`,
  })
}
