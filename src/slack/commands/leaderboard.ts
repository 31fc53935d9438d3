import { isFiveWays } from '#domain/ranking/week-card.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import type { WhichGroup } from '#usecases/group/resolve-group.ts'
import { listBoardGroups } from '#usecases/leaderboard/list-board-groups.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { showWeek } from '#usecases/leaderboard/show-week.ts'
import { perform } from '#usecases/perform.ts'
import { leaderboardRequested, leaderboardShown, noBoardToShow } from '#views/leaderboard.ts'
import { leaderboardForm } from '#views/leaderboard-form.ts'
import { weekShown } from '#views/week-card.ts'
import { type BoardTyped, readBoardTyped } from '../board-typed.ts'
import { requirePostable } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Answer, freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'

export const leaderboardCommand = freeCommand({
  name: 'leaderboard',
  usage: 'leaderboard ["group"] [range] [metric] [--post]',
  summary: 'Who ran how much; with --post for everybody in the channel',
  example: 'leaderboard "Morning Milers" 7d --post',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const typed = readBoardTyped(words)
    if (!typed.ok) return typed
    if (typed.value.groupName !== null) {
      return boardAnswer(context, { groupName: typed.value.groupName }, typed.value)
    }
    const offered = await ask(context.deps.engine, context.who, listBoardGroups, {})
    if (!offered.ok) return offered
    const { groups, postable } = offered.value
    const [only] = groups
    if (!only) return ok({ kind: 'message', message: noBoardToShow() })
    if (groups.length === 1) return boardAnswer(context, { groupId: only.id }, typed.value)
    if (typed.value.isPost || context.triggerId === null) {
      return misuse('Which group? Put its name in quotes.')
    }
    const view = leaderboardForm({ ...typed.value, groups, mayPost: postable.length > 0 })
    return ok({ kind: 'modal', view })
  },
})

async function boardAnswer(
  context: SlackContext,
  group: WhichGroup,
  typed: BoardTyped,
): Promise<Result<Answer, Refusal>> {
  const wanted = { ...group, range: typed.range, metric: typed.metric }
  const { engine } = context.deps
  if (!typed.isPost && typed.metric !== null && isFiveWays(typed.metric)) {
    const week = await ask(engine, context.who, showWeek, { ...group, range: typed.range })
    return week.ok ? ok({ kind: 'message', message: weekShown(week.value) }) : week
  }
  if (!typed.isPost) {
    const board = await ask(engine, context.who, showLeaderboard, wanted)
    return board.ok ? ok({ kind: 'message', message: leaderboardShown(board.value, context.units) }) : board
  }
  const channelId = typed.channelId ?? context.channelId
  // A direct message is no channel, and its id is nothing that Astral may ask about.
  if (channelId === null || channelId.startsWith('D')) return refuse({ code: 'channel-missing' })
  const channel = await requirePostable(context.client, channelId)
  if (!channel.ok) return channel
  const requested = await perform(engine, { who: context.who, surface: 'command' }, requestLeaderboard, {
    ...wanted,
    channelId,
  })
  return requested.ok ? ok({ kind: 'message', message: leaderboardRequested(requested.value) }) : requested
}
