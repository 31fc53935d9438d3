import type { KnownBlock } from '@slack/types'
import { weekdayOf } from '#domain/calendar/local-day.ts'
import { dayInWords } from '#domain/calendar/range-in-words.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import { metricFromWord } from '#domain/ranking/metric.ts'
import { FIVE_WAYS, FIVE_WAYS_LABEL } from '#domain/ranking/week-card.ts'
import type { ScheduleCard } from '#domain/schedule/schedule-card.ts'
import { actions, button, confirm, section } from './blocks.ts'
import type { Message, ModalView } from './message.ts'
import { words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { SCHEDULE_ACTIONS } from './schedule-actions.ts'

/** Each takes two blocks of the fifty. */
const MOST_SHOWN = 20

export function scheduleSet(done: { card: ScheduleCard; isChange: boolean }): Message {
  return words(setInWords(done))
}

export function scheduleSetModal(done: { card: ScheduleCard; isChange: boolean }): ModalView {
  return modalView({
    callbackId: 'schedule-set',
    title: done.isChange ? 'Schedule changed' : 'Scheduled',
    blocks: [section(setInWords(done))],
  })
}

/** Every schedule with its buttons; `note` says what was just done. */
export function scheduleList(cards: readonly ScheduleCard[], note: Mrkdwn | null = null): Message {
  const head = note ? [note] : []
  if (cards.length === 0) {
    return words(
      joinMrkdwn(
        [
          ...head,
          mrkdwn`There are no weekly leaderboards. \`/astral schedule "Tuesday Track" monday 08:00 #channel\` sets one.`,
        ],
        '\n',
      ),
    )
  }
  const shown = cards.slice(0, MOST_SHOWN)
  const more = cards.length > shown.length ? [mrkdwn`… and ${cards.length - shown.length} more.`] : []
  const blocks: KnownBlock[] = [
    ...head.map(line => section(line)),
    ...shown.flatMap(card => [section(cardInWords(card)), scheduleButtons(card)]),
    ...more.map(line => section(line)),
  ]
  return { text: joinMrkdwn([...head, ...shown.map(cardInWords), ...more], '\n').mrkdwn, blocks }
}

export function schedulePaused(groupName: string): Mrkdwn {
  return mrkdwn`Paused the weekly leaderboard of *${groupName}*.`
}

export function scheduleResumed(groupName: string): Mrkdwn {
  return mrkdwn`Resumed the weekly leaderboard of *${groupName}*.`
}

export function scheduleEnded(): Mrkdwn {
  return mrkdwn`Ended the weekly leaderboard. What it posted stays.`
}

export function noGroupToSchedule(): Message {
  return words(
    mrkdwn`There is no group whose leaderboard you could post. Coaches make one with \`/astral group create "Tuesday Track"\`.`,
  )
}

function setInWords({ card, isChange }: { card: ScheduleCard; isChange: boolean }): Mrkdwn {
  const { schedule } = card
  const start = isChange ? mrkdwn`Changed: every` : mrkdwn`Every`
  const first = card.next ? mrkdwn` First post: ${nextInWords(card.next)}.` : mrkdwn``
  return mrkdwn`${start} ${wall(card)} the leaderboard of *${card.groupName}* (${metricLabel(schedule.metric)}) goes to ${mentionChannel(schedule.channelId)}.${first}`
}

function cardInWords(card: ScheduleCard): Mrkdwn {
  const { schedule } = card
  const what = mrkdwn`*${card.groupName}* → ${mentionChannel(schedule.channelId)} · ${wall(card)} · ${metricLabel(schedule.metric)} · set up by ${card.setByName}`
  if (card.next) return mrkdwn`${what}\nNext post: ${nextInWords(card.next)}`
  return schedule.pauseReason === null
    ? mrkdwn`${what}\nPaused`
    : mrkdwn`${what}\nPaused, because Slack refused the last post (${schedule.pauseReason})`
}

function wall({ schedule }: ScheduleCard): string {
  return `${weekdayName(schedule.weekday)} at ${schedule.time} (${schedule.zone})`
}

function nextInWords({ on, at, zone }: NonNullable<ScheduleCard['next']>): string {
  return `${weekdayName(weekdayOf(on))} ${dayInWords(on)} at ${at} (${zone})`
}

function metricLabel(metric: string): string {
  if (metric === FIVE_WAYS) return FIVE_WAYS_LABEL.toLowerCase()
  return `by ${metricFromWord(metric)?.label.toLowerCase() ?? metric}`
}

function scheduleButtons({ schedule, groupName }: ScheduleCard) {
  const label = (verb: string) => ({ label: `${verb} the weekly leaderboard of ${groupName}` })
  const switching =
    schedule.state === 'paused'
      ? button(SCHEDULE_ACTIONS.resume, 'Resume', schedule.id, label('Resume'))
      : button(SCHEDULE_ACTIONS.pause, 'Pause', schedule.id, label('Pause'))
  return actions(
    `schedule:${schedule.id}`,
    switching,
    button(SCHEDULE_ACTIONS.end, 'End', schedule.id, {
      ...label('End'),
      confirm: confirm(
        'End this weekly post?',
        'No more posts come from it. What it posted stays.',
        'End it',
        'Keep it',
      ),
    }),
  )
}
