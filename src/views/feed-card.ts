import type { ActionsBlock, KnownBlock } from '@slack/types'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { DayCard, FeedRun } from '#domain/feed/feed-run.ts'
import { actions, button, context, header, option, plain, section } from './blocks.ts'
import { CLAP, cheersOf, countRuns, FEED_ACTIONS, inLine, runLine, runMeasures } from './feed-words.ts'
import { dayText, distanceText, totalDistanceText } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { count } from './group-card.ts'
import { postButtons } from './leaderboard.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

/** The newest runs that the card itself names; the rest is in its thread. */
const NAMED = 3
/** As many buttons stay readable on a phone; more runs are chosen from a menu. */
const MOST_BUTTONS = 5
/** Slack refuses longer messages as a whole. */
const DETAILS_CHARACTERS = 8_400
const SECTION_CHARACTERS = 2_800

/** The day of a channel's groups in one message, which is edited as runs come in. */
export function dayCardPosted(card: DayCard, outboxId: string): Message {
  const title = `${titleOf(card)} · ${dayText(card.day)}`
  const sums = sumsOf(card)
  const newest = card.runs.slice(-NAMED).reverse()
  const more = card.runs.length - newest.length
  const latest = joinMrkdwn(
    newest.map(run => mrkdwn`*${inLine(run.athleteName)}* ${shortMeasures(run)}`),
    ' · ',
  )
  const named = newest.length === 0 ? [] : [mrkdwn`${latest}${more > 0 ? mrkdwn` · and ${more} more` : ''}`]
  const foot = mrkdwn`Every run is in the thread · ${card.sharing} of ${card.total} share · days by ${card.zone} · set up by ${card.setByName}`
  const lines = [sums, ...named]
  return {
    text: shortenMrkdwn(joinMrkdwn([mrkdwn`*${title}*`, ...lines, foot], '\n').mrkdwn, LIMITS.messageText),
    blocks: [header(title), section(joinMrkdwn(lines, '\n')), context(foot), postButtons(outboxId)],
  }
}

/** Every run of the day, in the thread of its card. */
export function dayDetailsPosted(card: DayCard, outboxId: string): Message {
  const title = mrkdwn`*Every run of ${dayText(card.day)}*`
  const folded = card.folded.map(
    ({ groupName, range }) =>
      mrkdwn`The weekly leaderboard of *${groupName}* (${rangeInWords(range)}) is not posted, as this channel’s boards for the week are used up: \`/astral leaderboard "${groupName}" last week\` shows it.`,
  )
  const lines = card.runs.map(run => mrkdwn`• ${runLine(run)}`)
  const fitting = fitLines(lines, DETAILS_CHARACTERS)
  const missing = lines.length - fitting.length
  const group = card.groups[0]?.name ?? ''
  const rest =
    missing > 0 ? [mrkdwn`… and ${missing} more: \`/astral feed "${group}" ${card.day}\` has them all.`] : []
  const all = [...fitting, ...rest, ...folded]
  return {
    text: shortenMrkdwn(joinMrkdwn([title, ...all], '\n').mrkdwn, LIMITS.messageText),
    blocks: [section(title), ...inSections(all), ...cheering(card.runs, outboxId)],
  }
}

function titleOf({ groups }: DayCard): string {
  const names = groups.filter(group => group.mode !== 'weekly').map(group => group.name)
  if (names.length === 0) return 'Leaderboards'
  return names.length > 2 ? `${names[0]} and ${names.length - 1} more groups` : names.join(' and ')
}

function sumsOf({ runs }: DayCard): Mrkdwn {
  if (runs.length === 0) return mrkdwn`No runs to show yet.`
  const athletes = new Set(runs.map(run => run.athleteId)).size
  const distanceCm = runs.reduce((sum, run) => sum + (run.distanceCm ?? 0), 0)
  const kudos = runs.reduce((sum, run) => sum + run.kudos, 0)
  return joinMrkdwn(
    [
      mrkdwn`*${countRuns(runs)}* by *${count(athletes, 'athlete')}*`,
      ...(distanceCm > 0 ? [mrkdwn`*${totalDistanceText(distanceCm)}*`] : []),
      ...cheersOf({ kudos }),
    ],
    ' · ',
  )
}

function shortMeasures(run: FeedRun): string {
  return run.distanceCm === null ? runMeasures(run) : distanceText(run.distanceCm)
}

/** Lines in as few sections as hold them. */
function inSections(lines: readonly Mrkdwn[]): KnownBlock[] {
  const parts: Mrkdwn[][] = [[]]
  let length = 0
  for (const line of lines) {
    if (length + line.mrkdwn.length > SECTION_CHARACTERS) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(line)
    length += line.mrkdwn.length + 1
  }
  return parts.filter(part => part.length > 0).map(part => section(joinMrkdwn(part, '\n')))
}

/** A cheer for each of a few runs, a menu for many: the newest as many as a menu holds. */
function cheering(runs: readonly FeedRun[], outboxId: string): ActionsBlock[] {
  if (runs.length === 0) return []
  if (runs.length <= MOST_BUTTONS) {
    return [
      actions(
        'feed-cheers',
        ...runs.map((run, index) =>
          button(`${FEED_ACTIONS.cheer}-${index}`, cheerText(run), cheerValue(outboxId, run), {
            label: `Cheer for the ${shortMeasures(run)} of ${run.athleteName}`,
          }),
        ),
      ),
    ]
  }
  return [
    actions('feed-cheers', {
      type: 'static_select',
      action_id: FEED_ACTIONS.cheerFor,
      placeholder: plain(`${CLAP} Cheer for a run`, LIMITS.optionText),
      options: runs
        .slice(-LIMITS.options)
        .reverse()
        .map(run =>
          option(
            `${run.athleteName} · ${shortMeasures(run)}${run.kudos > 0 ? ` · ${CLAP} ${run.kudos}` : ''}`,
            cheerValue(outboxId, run),
          ),
        ),
    }),
  ]
}

function cheerText(run: FeedRun): string {
  return `${CLAP} ${run.athleteName}${run.kudos > 0 ? ` ${run.kudos}` : ''}`
}

/** The message and the run: a cheer counts for what stands there. */
export function cheerValue(outboxId: string, run: Pick<FeedRun, 'activityId'>): string {
  return `${outboxId}:${run.activityId}`
}
