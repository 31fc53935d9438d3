import type { KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import type { WeekCard } from '#domain/plan/living/day-card.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, section } from './blocks.ts'
import { dayText, totalDistanceText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { runningPlanText } from './plan-text.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { DAY_ACTIONS, dayValue, doneLine, noPlan } from './today.ts'
import { totalsInWords } from './workout-table.ts'

export const WEEK_ACTIONS = { earlier: 'week-earlier', later: 'week-later', edit: 'week-edit' } as const

/** A day of two sessions and four activities still fits seven times into a message. */
const SESSION_MOST = 150
const DONE_A_DAY = 3

/** Seven days of an athlete: what is planned and what is done. */
export function weekShown(card: WeekCard): Message {
  const whose = card.name === null ? 'My week' : `${card.name} · the week`
  const title = mrkdwn`*${whose}* · ${dayText(card.from, card.today)} – ${dayText(addDays(card.from, 6), card.today)}`
  const head = joinMrkdwn([title, ...card.plans.slice(0, 3).map(runningPlanText)], '\n')
  const isEmpty = card.plans.length === 0 && card.sessions.length === 0
  const days = Array.from({ length: 7 }, (_, index) => dayLines(card, addDays(card.from, index)))
  const sums = sumsOf(card)
  const blocks: KnownBlock[] = [
    section(head),
    ...(isEmpty ? [section(noPlan(card.name, card.coachName))] : []),
    ...(isEmpty && card.done.length === 0
      ? []
      : [section(joinMrkdwn(days.slice(0, 4), '\n')), section(joinMrkdwn(days.slice(4), '\n'))]),
    actions(
      'training-week',
      button(WEEK_ACTIONS.earlier, '◀ Week before', dayValue(card, addDays(card.from, -7))),
      button(WEEK_ACTIONS.later, 'Week after ▶', dayValue(card, addDays(card.from, 7))),
      button(
        DAY_ACTIONS.open,
        card.name === null ? 'Today’s session' : 'Their session of today',
        dayValue(card, card.today),
      ),
      ...(card.name !== null && card.mayChange && addDays(card.from, 6) >= card.today
        ? [button(WEEK_ACTIONS.edit, 'Change the week', `${card.accountId} ${card.from}`)]
        : []),
    ),
    context(sums),
  ]
  return {
    text: shortenMrkdwn(
      joinMrkdwn([head, ...(isEmpty ? [noPlan(card.name, card.coachName)] : []), ...days, sums], '\n').mrkdwn,
      LIMITS.messageText,
    ),
    blocks,
  }
}

function dayLines(card: WeekCard, on: LocalDay): Mrkdwn {
  const planned = card.sessions.filter(({ session }) => session.on === on)
  const done = card.done.filter(thing => thing.localOn === on)
  const day = mrkdwn`*${dayText(on)}*${on === card.today ? ' (today)' : ''}`
  const asked = planned.map(({ session, totals }) => {
    const changed = session.isChanged ? ' · changed' : ''
    return mrkdwn`${shorten(session.title ?? session.text, SESSION_MOST)} · ${totalsInWords(totals, card.units)}${changed}`
  })
  const rest = card.plans.length === 0 ? (done.length > 0 ? [] : [mrkdwn`–`]) : [mrkdwn`rest`]
  const said = joinMrkdwn(asked.length > 0 ? asked : rest, '; ')
  const lines = done.slice(0, DONE_A_DAY).map(thing => mrkdwn`      ${doneLine(thing, card.units)}`)
  return joinMrkdwn([mrkdwn`${day} · ${said}`, ...lines], '\n')
}

function sumsOf({ sessions, done, units }: WeekCard): Mrkdwn {
  const planned = sessions.reduce((sum, { totals }) => sum + totals.distanceCm, 0)
  const ran = done.reduce((sum, thing) => sum + (thing.distanceCm ?? 0), 0)
  return mrkdwn`Planned ${totalDistanceText(planned, units)} · done ${totalDistanceText(ran, units)}`
}
