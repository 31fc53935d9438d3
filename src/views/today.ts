import type { Button, KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import type { DayCard, DaysOf, DoneThing, SessionRead } from '#domain/plan/living/day-card.ts'
import { DEFAULT_PACES, paceOfStep, pacesOfVdot } from '#domain/plan/step-pace.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import type { Step } from '#domain/plan/workout.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, section } from './blocks.ts'
import { dayText, distanceText, durationText, paceText, type Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { runningPlanText } from './plan-text.ts'
import { preformatted } from './preformatted.ts'
import { HOUR_ACTIONS } from './session-hour.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { type SayPace, totalsInWords, workoutTable } from './workout-table.ts'

export const DAY_ACTIONS = {
  earlier: 'day-earlier',
  later: 'day-later',
  week: 'day-week',
  open: 'day-open',
  cannot: 'session-cannot',
  picture: 'session-picture',
  move: 'session-move',
} as const

const SESSIONS_SHOWN = 6
const DONE_SHOWN = 8

/** How a session is named in a button's value, and read again from it. */
export function sessionValue({ enrollmentId, dayIndex, slot }: PlannedSession): string {
  return `${enrollmentId} ${dayIndex} ${slot}`
}

/** A day of an athlete: what is asked, and what is done. `isSent` is the card that comes by itself. */
export function dayShown(card: DayCard, isSent = false): Message {
  const title = isSent ? mrkdwn`*Your session · ${dayText(card.on)}*` : mrkdwn`*${dayTitle(card)}*`
  const plans = card.plans.slice(0, 3).map(runningPlanText)
  const done = card.done.slice(0, DONE_SHOWN).map(thing => doneLine(thing, card.units))
  const words = [
    title,
    ...(card.sessions.length === 0
      ? [nothingPlanned(card)]
      : card.sessions.map(read => sessionHead(read, card.units))),
    ...(done.length > 0 ? [mrkdwn`*Done*`, ...done] : []),
  ]
  const blocks: KnownBlock[] = [
    section(joinMrkdwn([title, ...plans], '\n')),
    ...(card.sessions.length === 0 ? [section(nothingPlanned(card))] : []),
    ...card.sessions.slice(0, SESSIONS_SHOWN).flatMap(read => sessionBlocks(read, card)),
    ...(done.length > 0 ? [section(joinMrkdwn([mrkdwn`*Done*`, ...done], '\n'))] : []),
    actions('day', ...dayButtons(card, isSent)),
  ]
  const note = paceNote(card)
  if (note) blocks.push(context(note))
  return { text: shortenMrkdwn(joinMrkdwn(words, '\n').mrkdwn, LIMITS.messageText), blocks }
}

function dayTitle({ on, today, name }: DayCard): string {
  const near =
    on === today
      ? 'Today, '
      : on === addDays(today, 1)
        ? 'Tomorrow, '
        : on === addDays(today, -1)
          ? 'Yesterday, '
          : ''
  return `${name === null ? '' : `${name} · `}${near}${dayText(on, today)}`
}

function nothingPlanned({ plans, on, name, coachName, done }: DayCard): Mrkdwn {
  if (plans.length === 0) return noPlan(name, coachName)
  const paused = plans.find(plan => plan.state === 'paused')
  if (paused && plans.every(plan => plan.state === 'paused')) {
    return mrkdwn`*${paused.title}* is paused. \`/astral plan resume\` goes on with it.`
  }
  const running = plans.find(plan => on >= plan.firstOn && on <= plan.lastOn)
  if (!running) {
    const next = plans.find(plan => plan.firstOn > on)
    return next
      ? mrkdwn`*${next.title}* begins on ${dayText(next.firstOn)}. Until then run as you like.`
      : mrkdwn`Nothing is planned that day.`
  }
  return done.length > 0
    ? mrkdwn`A day of rest by the plan.`
    : mrkdwn`A day of rest. It belongs to the plan: the training of the other days sinks in today.`
}

/** What somebody reads who is on no plan. */
export function noPlan(name: string | null, coachName: string | null): Mrkdwn {
  if (name !== null) return mrkdwn`${name} is on no plan. \`/astral plan assign\` puts them on one.`
  const whom = coachName === null ? 'your coach' : `your coach or ${coachName}`
  return mrkdwn`You are on no plan yet: run as you like. Ask ${whom} for one, and each day’s session is found here.`
}

/** `*Tuesday intervals* · about 10.4 km, 52:00` */
export function sessionHead({ session, totals }: SessionRead, units: Units): Mrkdwn {
  const title = session.title ?? shorten(session.text, 120)
  return mrkdwn`*${title}* · ${totalsInWords(totals, units)}`
}

function sessionBlocks(read: SessionRead, card: DayCard): KnownBlock[] {
  const { session, blocks } = read
  const note = session.note === '' ? [] : [mrkdwn`_${session.note}_`]
  const mayMove = card.mayChange && session.on >= card.today
  const buttons = [
    ...(mayMove && card.name === null
      ? [button(DAY_ACTIONS.cannot, 'Can’t do it', `- ${sessionValue(session)}`)]
      : []),
    ...(mayMove
      ? [
          button(
            DAY_ACTIONS.move,
            'Move',
            `${card.name === null ? '-' : card.accountId} ${sessionValue(session)}`,
          ),
        ]
      : []),
    button(
      DAY_ACTIONS.picture,
      'Send me the picture',
      `${card.name === null ? '-' : card.accountId} ${sessionValue(session)}`,
    ),
  ]
  return [
    section(joinMrkdwn([sessionHead(read, card.units), ...note], '\n')),
    ...(blocks.length > 0 ? [preformatted(workoutTable(blocks, sayPaceFor(card)))] : []),
    ...(buttons.length > 0 ? [actions(`session-${sessionValue(session)}`, ...buttons)] : []),
  ]
}

/** The athlete's own pace of a step; the coach's, where one is given in the other unit. */
export function sayPaceFor({ vdot, units }: Pick<DaysOf, 'vdot' | 'units'>): SayPace {
  const paces = vdot === null ? DEFAULT_PACES : pacesOfVdot(vdot)
  return (step: Step) => {
    const { target } = step
    if (target.kind === 'pace') return target.unit === units ? '' : `(${pace(target.slowestMsPerKm, units)})`
    if (vdot === null || target.kind === 'heart-rate') return ''
    const found = paceOfStep(step, paces)
    return found === null || step.word === 'walk' ? '' : `· ${pace(found.msPerKm, units)}`
  }
}

function pace(msPerKm: number, units: Units): string {
  return paceText(100_000, msPerKm, units) ?? ''
}

function paceNote({ vdot, sessions, name }: DayCard): Mrkdwn | null {
  if (sessions.length === 0) return null
  if (vdot === null) {
    return mrkdwn`${name === null ? 'Your' : 'Their'} paces are not known yet: \`/astral paces 5km 21:00\` sets them, and they stand beside each step.`
  }
  return mrkdwn`Paces are ${name === null ? 'yours' : 'theirs'}, by VDOT ${vdot.toFixed(1)}.`
}

/** `✓ Easy run · 8.2 km · 45:10` */
export function doneLine({ name, distanceCm, durationMs }: DoneThing, units: Units): Mrkdwn {
  const figures = [
    ...(distanceCm === null ? [] : [distanceText(distanceCm, units)]),
    durationText(durationMs),
  ]
  return mrkdwn`✓ ${shorten(name, 80)} · ${figures.join(' · ')}`
}

/** `-` stands for one's own: the value of a button that turns days or weeks. */
export function dayValue({ accountId, name }: DaysOf, on: LocalDay): string {
  return `${name === null ? '-' : accountId} ${on}`
}

function dayButtons(card: DayCard, isSent: boolean): Button[] {
  const week = button(DAY_ACTIONS.week, card.name === null ? 'My week' : 'The week', dayValue(card, card.on))
  const hour = button(HOUR_ACTIONS.open, 'When it is sent to me', '-')
  if (isSent) return [week, hour]
  return [
    button(DAY_ACTIONS.earlier, '◀ Day before', dayValue(card, addDays(card.on, -1))),
    button(DAY_ACTIONS.later, 'Day after ▶', dayValue(card, addDays(card.on, 1))),
    week,
    ...(card.name === null && card.plans.length > 0 ? [hour] : []),
  ]
}

/** Today's session in the Home tab: the heads of what is asked, and the ways to more. */
export function todayAtHome(card: DayCard): KnownBlock[] {
  const said =
    card.sessions.length === 0
      ? nothingPlanned(card)
      : joinMrkdwn(
          card.sessions.slice(0, SESSIONS_SHOWN).map(read => sessionHead(read, card.units)),
          '\n',
        )
  return [
    section(joinMrkdwn([mrkdwn`*Today’s session*`, said], '\n')),
    actions(
      'today',
      button(DAY_ACTIONS.open, 'Open it', '-'),
      button(DAY_ACTIONS.week, 'My training week', '-'),
    ),
  ]
}
