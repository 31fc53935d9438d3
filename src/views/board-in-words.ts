import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Board } from '#domain/ranking/board.ts'
import type { Standing } from '#domain/ranking/rank-members.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { counted, scoreText } from './score.ts'
import { shorten } from './shorten.ts'

/** `Tuesday Track · 14–20 Nov 2026 · Distance` */
export function boardTitle(board: Board): string {
  return `${board.groupName} · ${rangeInWords(board.range)} · ${board.metric.label}`
}

/** Has anybody logged anything that this board may show? */
export function isQuietBoard(board: Board): boolean {
  return board.standings.every(standing => standing.isIdle)
}

/** Why there is nothing to rank, calmly. */
export function quietBoardInWords(board: Board): Mrkdwn {
  if (board.total === 0) return mrkdwn`*${board.groupName}* has no members in these days yet.`
  if (board.standings.length === 0 && board.unranked > 0) {
    return mrkdwn`Nobody can be ranked by ${board.metric.label.toLowerCase()} in these days: ${board.unranked} ${unrankedBecause(board.metric)}.${whatItTakes(board.metric)}`
  }
  if (board.standings.length === 0) return mrkdwn`Nobody shares their runs with *${board.groupName}* yet.`
  return mrkdwn`${idleInWords(board.metric)}. The next one opens the board.`
}

/** What those did not do who are named last. */
function idleInWords({ needs }: Board['metric']): string {
  if (needs === 'cheers') return 'No cheers in these days'
  return needs === 'streak' ? 'No streak at the end of these days' : 'No runs in these days'
}

/** Why somebody has no place on a board by this metric. */
function unrankedBecause({ needs, unit }: Board['metric']): string {
  if (unit === 'load-milli') return 'without a known load'
  if (needs === 'plan') return 'without a plan'
  if (needs === 'age-grade') return 'without a graded race'
  return needs === 'gain' ? 'without weeks to compare with' : 'without a score'
}

function whatItTakes({ needs }: Board['metric']): Mrkdwn {
  return needs === 'age-grade'
    ? mrkdwn` It takes a run marked as a race, and a table chosen in \`/astral profile\`.`
    : mrkdwn``
}

export function sharingInWords(board: Board): string {
  const share = `${board.sharing} of ${counted(board.total, 'member')} share`
  return board.unranked === 0 ? share : `${share}, ${board.unranked} ${unrankedBecause(board.metric)}`
}

/** The ranking one line a member, at most `limit` characters; who did not fit is counted. */
export function rankingInWords(board: Board, limit: number, units: Units = 'km'): Mrkdwn {
  const ran = board.standings.filter(standing => !standing.isIdle)
  const lines = ran.map(standing => mrkdwn`${standingText(board, standing, units)}`.mrkdwn)
  const idle = board.standings.filter(standing => standing.isIdle).map(({ facts }) => isolated(facts.name))
  if (idle.length > 0) lines.push(mrkdwn`${idleInWords(board.metric)}: ${idle.join(', ')}`.mrkdwn)
  return { mrkdwn: fitting(lines, '\n', limit, ran.length) }
}

/** The picture in words, for those who do not see it; Slack never parses it. */
export function boardAltText(board: Board): string {
  const ran = board.standings.filter(standing => !standing.isIdle)
  const head = `Bar chart: ${boardTitle(board)}. `
  const parts = ran.map(standing => standingText(board, standing, 'km'))
  return head + fitting(parts, '; ', LIMITS.altText - head.length, ran.length)
}

/** `1. Ana, 52.3 km (4 runs)` */
function standingText(board: Board, { rank, facts, score }: Standing, units: Units): string {
  const runs = board.metric.unit === 'activities' ? '' : ` (${counted(facts.activities, 'run')})`
  return `${rank}. ${isolated(shorten(facts.name, 60))}, ${scoreText(score, board.metric.unit, units)}${runs}`
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A name written from right to left would drag the figures after it to its other side. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name
}

/** As many whole parts as fit; the rest is counted in its place. */
function fitting(parts: readonly string[], separator: string, limit: number, ranked: number): string {
  const all = parts.join(separator)
  if (all.length <= limit) return all
  const reserve = 24
  let text = ''
  let kept = 0
  for (const part of parts.slice(0, ranked)) {
    const longer = kept === 0 ? part : text + separator + part
    if (longer.length > limit - reserve) break
    text = longer
    kept += 1
  }
  const left = ranked - kept
  return left > 0 ? `${text}${separator}… and ${left} more` : text
}
