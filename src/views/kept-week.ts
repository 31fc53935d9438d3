import type { KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { JudgedDay } from '#domain/plan/matching/judge-days.ts'
import type { KeptWeek } from '#domain/plan/matching/kept-week.ts'
import { availabilityLine } from './availability.ts'
import { actions, button, context, option, plain, section } from './blocks.ts'
import { dayText, distanceText, durationText, type Units } from './figures.ts'
import { bandSign, bandText, KEPT_WEEK, MARK_LEGEND, MARK_SIGNS } from './kept-words.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { WHICH_SESSION } from './which-session.ts'

export const KEPT_ACTIONS = {
  open: KEPT_WEEK,
  earlier: 'kept-week-earlier',
  later: 'kept-week-later',
  which: WHICH_SESSION,
  pick: 'which-session-pick',
} as const

/** Two sessions and three runs a day fit seven times into a message. */
const SESSION_MOST = 90
const SESSIONS_A_DAY = 3
const EXTRAS_A_DAY = 3

/** `-` stands for one's own. */
export function keptValue({ accountId, name }: Pick<KeptWeek, 'accountId' | 'name'>, on: string): string {
  return `${name === null ? '-' : accountId} ${on}`
}

/** What was asked in a week and how it was kept: for the athlete alone, or for a coach. */
export function keptWeekShown(week: KeptWeek, units: Units = 'km'): Message {
  const range = { from: week.from, to: addDays(week.from, 6) }
  const whose = week.name === null ? 'How I kept the plan' : `${week.name} · how the plan was kept`
  const share =
    week.percent === null
      ? week.days.length === 0
        ? mrkdwn`No plan in this week.`
        : mrkdwn`Nothing is due yet.`
      : mrkdwn`*${week.percent} %* of what was due`
  const head = joinMrkdwn([mrkdwn`*${whose}*, ${rangeInWords(range)}`, share], '\n')
  const days = week.days.map(day => dayLines(day, week, units))
  const canTrain = week.availability ? [context(availabilityLine(week.availability, week.from))] : []
  const runs = week.mayMatch ? matchableRuns(week, units) : []
  const blocks: KnownBlock[] = [
    section(head),
    ...(days.length > 0
      ? [section(joinMrkdwn(days.slice(0, 4), '\n')), section(joinMrkdwn(days.slice(4), '\n'))]
      : []),
    ...canTrain,
    ...(runs.length > 0
      ? [
          actions('kept-week-match', {
            type: 'static_select' as const,
            action_id: KEPT_ACTIONS.pick,
            placeholder: plain('Which session was this run?', LIMITS.optionText),
            options: runs,
          }),
        ]
      : []),
    actions(
      'kept-week-turn',
      button(KEPT_ACTIONS.earlier, '◀ Week before', keptValue(week, addDays(week.from, -7))),
      button(KEPT_ACTIONS.later, 'Week after ▶', keptValue(week, addDays(week.from, 7))),
    ),
    ...(days.length > 0 ? [context({ mrkdwn: MARK_LEGEND })] : []),
  ]
  return { text: shortenMrkdwn(joinMrkdwn([head, ...days], '\n').mrkdwn, LIMITS.messageText), blocks }
}

function dayLines(day: JudgedDay, { today }: KeptWeek, units: Units): Mrkdwn {
  const name = day.on === today ? mrkdwn`*${dayText(day.on)}*` : mrkdwn`${dayText(day.on)}`
  const asked = day.sessions.slice(0, SESSIONS_A_DAY).map(judged => {
    const { session, match } = judged
    const text = shorten(session.title ?? session.text, SESSION_MOST)
    const changed = session.isChanged ? ' · changed' : ''
    const ran = match
      ? mrkdwn` · ${measures(match.activity, units)}${elsewhen(match.activity.on, day.on)}`
      : ''
    return mrkdwn`${bandSign(judged)} ${text}${changed} · _${bandText(judged)}_${ran}`
  })
  const extras = day.extra
    .slice(0, EXTRAS_A_DAY)
    .map(activity => mrkdwn`      beside the plan: ${measures(activity, units)}`)
  return joinMrkdwn(
    [mrkdwn`${name}  ${joinMrkdwn(asked.length > 0 ? asked : [restText(day)], '; ')}`, ...extras],
    '\n',
  )
}

function restText(day: JudgedDay): Mrkdwn {
  if (day.rest === 'broken') return mrkdwn`${MARK_SIGNS['ran-on-rest']} a day of rest, and a run`
  if (day.rest !== null) return mrkdwn`${MARK_SIGNS.rest} rest`
  return day.kind === 'paused' ? mrkdwn`${MARK_SIGNS.paused} paused` : mrkdwn`–`
}

function measures(
  { distanceCm, durationMs }: { distanceCm: number | null; durationMs: number },
  units: Units,
): string {
  const far = distanceCm === null ? [] : [distanceText(distanceCm, units)]
  return [...far, durationText(durationMs)].join(', ')
}

function elsewhen(ranOn: JudgedDay['on'], plannedOn: JudgedDay['on']): string {
  return ranOn === plannedOn ? '' : ` on ${dayText(ranOn)}`
}

function matchableRuns(week: KeptWeek, units: Units) {
  const runs = week.days.flatMap(day => [
    ...day.sessions.flatMap(({ match }) => (match ? [match.activity] : [])),
    ...day.extra,
  ])
  return runs
    .slice(0, LIMITS.options)
    .map(activity => option(`${dayText(activity.on)} · ${measures(activity, units)}`, activity.id))
}
