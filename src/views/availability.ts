import type { KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import {
  AVAILABILITY_ANSWERS,
  AVAILABLE_MINUTES,
  type AvailabilityAnswer,
  type AvailabilityWeek,
  type DayAvailability,
} from '#domain/plan/availability/availability.ts'
import type { GroupAvailability } from '#domain/plan/availability/group-availability.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, option, plain, section } from './blocks.ts'
import { dayText } from './figures.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

export const AVAILABILITY_ACTIONS = {
  yes: 'available-yes',
  maybe: 'available-maybe',
  no: 'available-no',
  minutes: 'available-minutes',
  rest: 'available-rest',
  page: 'available-page',
} as const

const ANSWER_WORDS: Readonly<Record<AvailabilityAnswer, string>> = { yes: 'Yes', maybe: 'Maybe', no: 'No' }
/** Told apart by shape alone. */
export const ANSWER_SIGNS: Readonly<Record<AvailabilityAnswer, string>> = { yes: '✓', maybe: '~', no: '✗' }

/** A button's value: the day, and where they were chosen the minutes. */
export function availableValue(on: LocalDay, minutes: number | null): string {
  return `${on} ${minutes ?? '-'}`
}

/** On which days of a week somebody can train: seven taps, which may be taken back until the week begins. */
export function availabilityForm(week: AvailabilityWeek, isAsked = false): Message {
  const range = { from: week.weekOn, to: addDays(week.weekOn, 6) }
  const open = 7 - week.days.length
  const title = isAsked
    ? mrkdwn`*When can you train in the week ${rangeInWords(range)}?* Your coaches plan with it.`
    : mrkdwn`*When you can train*, ${rangeInWords(range)}`
  const state = week.isOver
    ? mrkdwn`The week has begun: tell your coach what changes now.`
    : open === 0
      ? mrkdwn`✓ All seven days are answered. You can change them until the week begins.`
      : mrkdwn`${count(open, 'day')} to go. You can change them until the week begins.`
  const days = Array.from({ length: 7 }, (_, index) => {
    const on = addDays(week.weekOn, index)
    return { on, answered: week.days.find(day => day.on === on) ?? null }
  })
  const blocks: KnownBlock[] = [
    section(title),
    ...(week.isOver
      ? days.map(({ on, answered }) => section(dayLine(on, answered)))
      : days.flatMap(({ on, answered }) => dayBlocks(on, answered))),
    ...(week.isOver || open === 0
      ? []
      : [
          actions(
            'available-rest',
            button(
              AVAILABILITY_ACTIONS.rest,
              open === 7 ? 'Yes to all seven' : 'Yes to the rest',
              week.weekOn,
            ),
          ),
        ]),
    context(state),
  ]
  return { text: joinMrkdwn([title, availabilityLine(week.days, week.weekOn), state], '\n').mrkdwn, blocks }
}

function dayBlocks(on: LocalDay, answered: DayAvailability | null): KnownBlock[] {
  const minutes = answered?.minutes ?? null
  const options = AVAILABLE_MINUTES.map(each => option(`${each} min`, availableValue(on, each)))
  const chosen = options.find(({ value }) => value === availableValue(on, minutes))
  const name = dayText(on)
  return [
    section(dayLine(on, answered)),
    actions(
      `available-${on}`,
      ...AVAILABILITY_ANSWERS.map(answer =>
        button(AVAILABILITY_ACTIONS[answer], ANSWER_WORDS[answer], availableValue(on, minutes), {
          label: `${name}: ${ANSWER_WORDS[answer]}`,
          ...(answered?.answer === answer ? { style: 'primary' as const } : {}),
        }),
      ),
      ...(answered === null || answered.answer === 'no'
        ? []
        : [
            {
              type: 'static_select' as const,
              action_id: AVAILABILITY_ACTIONS.minutes,
              placeholder: plain('How long?', LIMITS.optionText),
              options,
              ...(chosen ? { initial_option: chosen } : {}),
            },
          ]),
    ),
  ]
}

function dayLine(on: LocalDay, answered: DayAvailability | null): Mrkdwn {
  if (answered === null) return mrkdwn`${dayText(on)}`
  const minutes = answered.minutes === null ? '' : `, ${answered.minutes} min`
  return mrkdwn`${dayText(on)} · *${ANSWER_WORDS[answered.answer]}*${minutes}`
}

/** `Can train: Mon ✓ 60 min · Tue ✗ · …`; the one line that stands beside a plan. */
export function availabilityLine(days: readonly DayAvailability[], weekOn: LocalDay): Mrkdwn {
  if (days.length === 0) return mrkdwn`Can train: not answered`
  const said = Array.from({ length: 7 }, (_, index) => {
    const on = addDays(weekOn, index)
    const day = days.find(each => each.on === on)
    const minutes = day?.minutes == null ? '' : ` ${day.minutes} min`
    return `${dayText(on).slice(0, 3)} ${day ? ANSWER_SIGNS[day.answer] : '?'}${minutes}`
  })
  return mrkdwn`Can train: ${said.join(' · ')}`
}

const ATHLETES_A_PAGE = 40
const NAME_MOST = 40
/** Keeps a line from turning around for a name that is written from the right. */
const LEFT_TO_RIGHT = '\u200E'

/** When a group's athletes can train, for coaches: one row an athlete. */
export function groupAvailabilityShown(group: GroupAvailability, first = 0): Message {
  const { athletes, weekOn, round } = group
  const start = Math.max(0, Math.min(first, athletes.length - 1))
  const shown = athletes.slice(start, start + ATHLETES_A_PAGE)
  const range = { from: weekOn, to: addDays(weekOn, 6) }
  const title = mrkdwn`*${group.groupName}* · who can train when, ${rangeInWords(range)}`
  const answered = athletes.filter(({ days }) => days.length > 0).length
  const awaited = athletes.filter(({ isAwaited }) => isAwaited)
  const sums =
    athletes.length === 0
      ? mrkdwn`Nobody runs in this group yet.`
      : mrkdwn`${answered} of ${count(athletes.length, 'athlete')} answered.${awaited.length === 0 ? mrkdwn`` : mrkdwn` Asked and not answered: ${shorten(awaited.map(({ name }) => name).join(', '), 600)}.`}`
  const asked = round
    ? mrkdwn`They are asked on ${weekdayName(round.weekday)}s at ${round.time} (${round.zone}), once for each week.`
    : mrkdwn`They are not asked by themselves: \`/astral availability "${group.groupName}" sunday 18:00\` asks them each week.`
  const left = athletes.length - start - shown.length
  const grid = [
    'Mo Tu We Th Fr Sa Su',
    ...shown.map(({ name, days }) => {
      const short = shorten(name.replaceAll(/\s+/g, ' '), NAME_MOST)
      return `${LEFT_TO_RIGHT}${signs(days, weekOn)} ${short}`
    }),
  ].join('\n')
  const pages = [
    ...(start > 0
      ? [button(AVAILABILITY_ACTIONS.page, 'Athletes before', pageValue(group, start - ATHLETES_A_PAGE))]
      : []),
    ...(left > 0
      ? [
          button(
            `${AVAILABILITY_ACTIONS.page}-on`,
            `${Math.min(left, ATHLETES_A_PAGE)} more athletes`,
            pageValue(group, start + ATHLETES_A_PAGE),
          ),
        ]
      : []),
  ]
  return {
    text: shortenMrkdwn(joinMrkdwn([title, sums, asked], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      section(title),
      section(sums),
      ...(shown.length > 0 ? [preformatted(grid)] : []),
      ...(pages.length > 0 ? [actions('available-pages', ...pages)] : []),
      context(mrkdwn`✓ yes  ~ maybe  ✗ no  . not answered`, asked),
    ],
  }
}

function pageValue({ groupId, weekOn }: GroupAvailability, first: number): string {
  return `${groupId} ${weekOn} ${Math.max(0, first)}`
}

function signs(days: readonly DayAvailability[], weekOn: LocalDay): string {
  return Array.from({ length: 7 }, (_, index) => {
    const day = days.find(({ on }) => on === addDays(weekOn, index))
    return (day ? ANSWER_SIGNS[day.answer] : '.').padEnd(2)
  }).join(' ')
}

export function roundSet(done: {
  groupName: string
  turn: { weekday: number; time: string } | null
  zone: string
}): Message {
  const { groupName, turn, zone } = done
  return words(
    turn
      ? mrkdwn`✓ Each ${weekdayName(turn.weekday)} at ${turn.time} (${zone}) the athletes of *${groupName}* are asked in a direct message when they can train the next week: once, and not in their quiet hours. \`/astral availability "${groupName}"\` shows the answers.`
      : mrkdwn`✓ The athletes of *${groupName}* are no longer asked when they can train.`,
  )
}
