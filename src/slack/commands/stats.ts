import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import type { WhichGroup } from '#usecases/group/resolve-group.ts'
import { listBoardGroups } from '#usecases/leaderboard/list-board-groups.ts'
import { perform } from '#usecases/perform.ts'
import { compareGroups } from '#usecases/stats/compare-groups.ts'
import { requestComparison } from '#usecases/stats/request-comparison.ts'
import { showStats } from '#usecases/stats/show-stats.ts'
import { comparisonRequested } from '#views/comparison-post.ts'
import { noBoardToShow } from '#views/leaderboard.ts'
import { comparisonShown } from '#views/stats.ts'
import { statsForm } from '#views/stats-form.ts'
import { requirePostable } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Answer, freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'
import { statsMessage } from '../stats-message.ts'
import { readStatsTyped, type StatsTyped } from '../stats-typed.ts'
import { statsValue } from '../stats-value.ts'

export const statsCommand = freeCommand({
  name: 'stats',
  usage: 'stats ["group"] [range] [time zone]',
  summary: 'What a group did: distance, runs, engagement, day by day',
  example: 'stats "Morning Milers" last week',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const typed = readStatsTyped(words)
    if (!typed.ok) return typed
    if (typed.value.groupName !== null) {
      return statsAnswer(context, { groupName: typed.value.groupName }, typed.value)
    }
    const offered = await ask(context.deps.engine, context.who, listBoardGroups, {})
    if (!offered.ok) return offered
    const { groups } = offered.value
    const [only] = groups
    if (!only) return ok({ kind: 'message', message: noBoardToShow() })
    if (groups.length === 1) return statsAnswer(context, { groupId: only.id }, typed.value)
    if (context.triggerId === null) return misuse('Which group? Put its name in quotes.')
    return ok({ kind: 'modal', view: statsForm(typed.value.range) })
  },
})

async function statsAnswer(
  context: SlackContext,
  group: WhichGroup,
  { range, zone }: StatsTyped,
): Promise<Result<Answer, Refusal>> {
  const shown = await ask(context.deps.engine, context.who, showStats, { ...group, range, zone })
  return shown.ok ? ok({ kind: 'message', message: statsMessage(shown.value, context.units) }) : shown
}

/** Into the channel that was named, else the one it was typed in. */
async function postComparison(
  context: SlackContext,
  range: string | null,
  named: string | null,
): Promise<Result<Answer, Refusal>> {
  const channelId = named ?? context.channelId
  if (channelId === null || channelId.startsWith('D')) return refuse({ code: 'channel-missing' })
  const channel = await requirePostable(context.client, channelId)
  if (!channel.ok) return channel
  const deed = { who: context.who, surface: 'command' } as const
  const asked = await perform(context.deps.engine, deed, requestComparison, { range, channelId })
  return asked.ok ? ok({ kind: 'message', message: comparisonRequested({ channelId }) }) : asked
}

export const compareCommand = freeCommand({
  name: 'compare',
  usage: 'compare [7d|14d|30d|range] [time zone] [--post]',
  summary: 'All groups beside each other',
  example: 'compare 30d',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const isPost = words.some(word => word.kind === 'flag' && word.name === 'post')
    const named = words.find(word => word.kind === 'channel')
    const typed = readStatsTyped(isPost ? words.filter(word => word.kind === 'text') : words)
    if (!typed.ok) return typed
    const { groupName, range, zone } = typed.value
    if (isPost && groupName === null) {
      return postComparison(context, range, named?.kind === 'channel' ? named.channelId : null)
    }
    if (groupName !== null) return misuse('This compares all groups; `stats` shows one of them.')
    const compared = await ask(context.deps.engine, context.who, compareGroups, { range, zone })
    if (!compared.ok) return compared
    const value = statsValue({ ...compared.value, groupId: '' })
    return ok({
      kind: 'message',
      message: comparisonShown({ comparison: compared.value, value }, context.units),
    })
  },
})
