import type { KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { type AthleteWeek, type GroupWeek, isOnPlan } from '#domain/plan/matching/group-week.ts'
import { actions, button, context, header, option, plain, section } from './blocks.ts'
import { count } from './group-card.ts'
import { MARK_LEGEND, MARK_SIGNS } from './kept-words.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

export const GROUP_WEEK_ACTIONS = {
  turn: 'group-week',
  earlier: 'group-week-earlier',
  later: 'group-week-later',
  less: 'group-week-less',
  more: 'group-week-more',
  open: 'group-week-athlete',
  picture: 'group-week-picture',
} as const

const ATHLETES_A_PAGE = 25
const NAME_MOST = 40

/** A button's value: which week of which group, from which athlete on. */
export function groupWeekValue(week: Pick<GroupWeek, 'groupId' | 'from'>, days = 0, first = 0): string {
  return `${week.groupId} ${addDays(week.from, days)} ${first}`
}

/** How a group kept to its plans, for one coach alone: who needs looking at comes first. */
export function groupWeekShown(week: GroupWeek, from = 0): Message {
  const first = Math.min(Math.max(0, from), Math.max(0, week.athletes.length - 1))
  const start = first - (first % ATHLETES_A_PAGE)
  const shown = week.athletes.slice(start, start + ATHLETES_A_PAGE)
  const range = { from: week.from, to: addDays(week.from, 6) }
  const title = mrkdwn`*${week.groupName}* · the plan’s week, ${rangeInWords(range)}`
  const sums = totalsText(week)
  const grid = gridText(shown)
  const options = shown
    .filter(athlete => !athlete.isHidden)
    .map(athlete => option(athlete.name, `${athlete.accountId} ${week.from}`))
  const turns = [
    button(GROUP_WEEK_ACTIONS.earlier, '◀ Week before', groupWeekValue(week, -7)),
    button(GROUP_WEEK_ACTIONS.later, 'Week after ▶', groupWeekValue(week, 7)),
  ]
  const rest = week.athletes.length - start - shown.length
  const pages = [
    ...(start > 0
      ? [button(GROUP_WEEK_ACTIONS.less, 'Athletes before', groupWeekValue(week, 0, start - ATHLETES_A_PAGE))]
      : []),
    ...(rest > 0
      ? [
          button(
            GROUP_WEEK_ACTIONS.more,
            `${Math.min(rest, ATHLETES_A_PAGE)} more athletes`,
            groupWeekValue(week, 0, start + ATHLETES_A_PAGE),
          ),
        ]
      : []),
  ]
  const blocks: KnownBlock[] = [
    section(title),
    section(sums),
    ...(shown.length > 0 ? [preformatted(grid)] : []),
    ...(options.length > 0
      ? [
          actions('group-week-athletes', {
            type: 'static_select' as const,
            action_id: GROUP_WEEK_ACTIONS.open,
            placeholder: plain('Open an athlete’s week', LIMITS.optionText),
            options,
          }),
        ]
      : []),
    actions(
      'group-week-turn',
      ...turns,
      ...pages,
      ...(week.totals.onPlan > 0
        ? [button(GROUP_WEEK_ACTIONS.picture, 'As a picture', groupWeekValue(week))]
        : []),
    ),
    context({ mrkdwn: MARK_LEGEND }),
    context(
      mrkdwn`Only you see this${week.athletes.length > ATHLETES_A_PAGE ? `: athletes ${start + 1} to ${start + shown.length} of ${week.athletes.length}` : ''}. Who kept least of the plan comes first.`,
    ),
  ]
  return {
    text: shortenMrkdwn(mrkdwn`${title}\n${sums}\n\`\`\`${grid}\`\`\``.mrkdwn, LIMITS.messageText),
    blocks,
  }
}

function totalsText({ athletes, totals }: GroupWeek): Mrkdwn {
  if (athletes.length === 0) return mrkdwn`Nobody runs in this group yet.`
  const { onPlan, full, part, missed, pending } = totals
  if (onPlan === 0) {
    return mrkdwn`None of ${count(athletes.length, 'athlete')} was on a plan that week. \`/astral plan assign\` puts them on one.`
  }
  const due = full + part + missed
  return mrkdwn`${onPlan} of ${count(athletes.length, 'athlete')} on a plan. Of ${count(due, 'session')} due *${full} done*, ${part} in part, ${missed} not done${pending > 0 ? `; ${pending} to come` : ''}.`
}

/**
 * `○ · ◐ ● · · ◌   57 %  Ana Andersen` under the days' initials: names stand last, as no two letters of the world have
 * the same width.
 */
function gridText(athletes: readonly AthleteWeek[]): string {
  return ['M T W T F S S', ...athletes.map(rowText)].join('\n')
}

/** Keeps a line from turning around for a name that is written from the right. */
const LEFT_TO_RIGHT = '\u200E'

function rowText(athlete: AthleteWeek): string {
  const name = shorten(athlete.name.replaceAll(/\s+/g, ' '), NAME_MOST)
  if (!isOnPlan(athlete)) {
    return `${LEFT_TO_RIGHT}${athlete.isHidden ? 'not shown to you' : 'no plan'}`.padEnd(22) + name
  }
  const signs = athlete.marks.map(mark => MARK_SIGNS[mark]).join(' ')
  const percent = athlete.percent === null ? '     ' : `${String(athlete.percent).padStart(3)} %`
  const changed = athlete.changed > 0 ? `${LEFT_TO_RIGHT} (${athlete.changed} changed)` : ''
  return `${LEFT_TO_RIGHT}${signs}  ${percent} ${name}${changed}`
}

/** The same as a picture, in the direct message of the coach who asked. */
export function groupWeekPictured(week: GroupWeek, chartFileId: string | null): Message {
  const range = { from: week.from, to: addDays(week.from, 6) }
  const title = `${week.groupName} · the plan’s week, ${rangeInWords(range)}`
  const said = week.athletes
    .filter(isOnPlan)
    .map(({ name, percent }) => `${name} ${percent === null ? 'nothing due' : `${percent} %`}`)
    .join('; ')
  const blocks: KnownBlock[] = [header(title)]
  if (chartFileId !== null) {
    const alt = shorten(`Who kept to the plan, ${title}: ${said}`, LIMITS.altText)
    blocks.push({ type: 'image', slack_file: { id: chartFileId }, alt_text: alt })
  }
  const sums = totalsText(week)
  blocks.push(section(sums), context(mrkdwn`only you see this · who kept least of the plan comes first`))
  return { text: mrkdwn`*${title}*\n${sums}`.mrkdwn, blocks }
}
