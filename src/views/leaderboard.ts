import type { KnownBlock } from '@slack/types'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Board } from '#domain/ranking/board.ts'
import { actions, button, confirm, context, header, section } from './blocks.ts'
import {
  boardAltText,
  boardTitle,
  isQuietBoard,
  quietBoardInWords,
  rankingInWords,
  sharingInWords,
} from './board-in-words.ts'
import { boardTable } from './board-table.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import { type Message, type ModalView, words as onlyWords } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

/** Action ids of the buttons under a post. */
export const POST_ACTIONS = { why: 'post-why', pullBack: 'post-pull-back' } as const

/** The board for the asker alone. */
export function leaderboardShown(board: Board, units: Units = 'km'): Message {
  const days = mrkdwn`${sharingInWords(board)} · days by ${board.zone} · only you see this`
  if (isQuietBoard(board)) {
    const words = quietBoardInWords(board)
    return {
      text: inWords([mrkdwn`*${boardTitle(board)}*`, words]),
      blocks: [header(boardTitle(board)), section(words), context(days)],
    }
  }
  return {
    text: textOf(board, [], units),
    blocks: [header(boardTitle(board)), boardTable(board, units), context(days)],
  }
}

/** The same in a modal, which takes no table. */
export function leaderboardShownModal(board: Board, units: Units = 'km'): ModalView {
  const words = isQuietBoard(board)
    ? quietBoardInWords(board)
    : rankingInWords(board, LIMITS.sectionText, units)
  return modalView({
    callbackId: 'leaderboard-shown',
    title: 'Leaderboard',
    blocks: [
      header(boardTitle(board)),
      section(words),
      context(mrkdwn`${sharingInWords(board)} · days by ${board.zone} · only you see this`),
    ],
  })
}

export type LeaderboardPost = {
  board: Board
  outboxId: string
  /** Who asked for it or set it up. */
  setByName: string
  isWeekly: boolean
  /** Posted after downtime: says for which week it is. */
  isLate: boolean
}

/** What a post has beside its words: either may be missing, and the words still say it all. */
export type PostExtras = { chartFileId: string | null; withTable: boolean }

/** The board in a channel. Names are printed, never mentioned: nobody is called for running little. */
export function leaderboardPosted(post: LeaderboardPost, extras: PostExtras): Message {
  const { board } = post
  const late = post.isLate ? [mrkdwn`Posted late: this is for ${rangeInWords(board.range)}.`] : []
  const isQuiet = isQuietBoard(board)
  const blocks: KnownBlock[] = [header(boardTitle(board)), ...late.map(line => section(line))]
  if (isQuiet) blocks.push(section(quietBoardInWords(board)))
  if (!isQuiet && extras.chartFileId !== null) {
    blocks.push({
      type: 'image',
      slack_file: { id: extras.chartFileId },
      alt_text: boardAltText(board),
    })
  }
  if (!isQuiet && extras.withTable) blocks.push(boardTable(board))
  if (!isQuiet && !extras.withTable) blocks.push(section(rankingInWords(board, LIMITS.sectionText)))
  blocks.push(context(footer(post)), postButtons(post.outboxId))
  return { text: textOf(board, late, 'km'), blocks }
}

function textOf(board: Board, before: readonly Mrkdwn[], units: Units): string {
  const head = [mrkdwn`*${boardTitle(board)}*`, ...before]
  const foot = mrkdwn`${sharingInWords(board)}.`
  if (isQuietBoard(board)) return inWords([...head, quietBoardInWords(board), foot])
  const frame = inWords([...head, foot]).length + 1
  return inWords([...head, rankingInWords(board, LIMITS.messageText - frame, units), foot])
}

function inWords(parts: readonly Mrkdwn[]): string {
  return joinMrkdwn(parts, '\n').mrkdwn
}

function footer(post: LeaderboardPost): Mrkdwn {
  const { board } = post
  const what = post.isWeekly ? 'weekly, set up by' : 'posted by'
  return mrkdwn`${sharingInWords(board)} · days by ${board.zone} · ${what} ${post.setByName}`
}

/** Under every post in a channel. */
export function postButtons(outboxId: string) {
  return actions(
    'post',
    button(POST_ACTIONS.why, 'Why is this here?', outboxId),
    button(POST_ACTIONS.pullBack, 'Pull back', outboxId, {
      confirm: confirm(
        'Pull this post back?',
        'It disappears for everybody in the channel. Coaches, whoever set it up and athletes of the group can do that.',
        'Pull back',
        'Keep it',
      ),
    }),
  )
}

export function leaderboardRequested(done: {
  group: { name: string }
  request: { channelId: string }
  isOverBudget?: boolean
}): Message {
  return onlyWords(
    mrkdwn`The leaderboard of *${done.group.name}* goes to ${mentionChannel(done.request.channelId)} now.${done.isOverBudget ? mrkdwn` That is more than the channel’s budget of leaderboards this week (\`/astral channel\`); as you asked for it, it is posted all the same.` : ''}`,
  )
}

export function noBoardToShow(): Message {
  return onlyWords(
    mrkdwn`You are in no group yet, so there is no leaderboard to show. \`/astral group list\` shows the groups you can see.`,
  )
}
