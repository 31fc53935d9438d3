import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { endSubscription } from '#usecases/feed/end-subscription.ts'
import { listSubscriptions } from '#usecases/feed/list-subscriptions.ts'
import { setChannelBudget } from '#usecases/feed/set-channel-budget.ts'
import { setSubscription } from '#usecases/feed/set-subscription.ts'
import { showChannel } from '#usecases/feed/show-channel.ts'
import { showFeed } from '#usecases/feed/show-feed.ts'
import type { WhichGroup } from '#usecases/group/resolve-group.ts'
import { listBoardGroups } from '#usecases/leaderboard/list-board-groups.ts'
import { perform } from '#usecases/perform.ts'
import { noBoardToShow } from '#views/leaderboard.ts'
import { noGroupToSchedule } from '#views/schedule.ts'
import { feedForm, subscribeForm } from '#views/subscribe-form.ts'
import {
  budgetSet,
  channelShown,
  subscriptionEnded,
  subscriptionList,
  subscriptionSet,
} from '#views/subscriptions.ts'
import { requirePostable } from '../directory.ts'
import { feedMessage } from '../feed-message.ts'
import { type FeedTyped, readFeedTyped, readSubscribeTyped } from '../feed-typed.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Answer, freeCommand, type Misuse, misuse } from '../kit/subcommand.ts'

export const feedCommand = freeCommand({
  name: 'feed',
  usage: 'feed ["group"] [sub-types] [range]',
  summary: 'The runs of a group, newest first, as far as you may see them',
  example: 'feed "Morning Milers" tempo this week',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const typed = readFeedTyped(words)
    if (!typed.ok) return typed
    if (typed.value.groupName !== null) {
      return feedAnswer(context, { groupName: typed.value.groupName }, typed.value)
    }
    const offered = await ask(context.deps.engine, context.who, listBoardGroups, {})
    if (!offered.ok) return offered
    const { groups } = offered.value
    const [only] = groups
    if (!only) return ok({ kind: 'message', message: noBoardToShow() })
    if (groups.length === 1) return feedAnswer(context, { groupId: only.id }, typed.value)
    if (context.triggerId === null) return misuse('Which group? Put its name in quotes.')
    return ok({ kind: 'modal', view: feedForm(groups, typed.value) })
  },
})

async function feedAnswer(
  context: SlackContext,
  group: WhichGroup,
  { subTypes, range }: FeedTyped,
): Promise<Result<Answer, Refusal>> {
  const wanted = { ...group, subTypes, range, turn: null }
  const page = await ask(context.deps.engine, context.who, showFeed, wanted)
  if (!page.ok) return page
  const asked = { groupId: page.value.groupId, subTypes, range }
  return ok({ kind: 'message', message: feedMessage(page.value, asked, context.units) })
}

export const subscribeCommand = freeCommand({
  name: 'subscribe',
  usage: 'subscribe ["group" #channel] [daily|each|weekly] [sub-types]',
  summary: 'Let a group’s runs go into a channel: one card a day, edited in place, unless you say otherwise',
  example: 'subscribe "Morning Milers" #general daily',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const { engine } = context.deps
    if (words.length === 0) {
      const offered = await ask(engine, context.who, listBoardGroups, {})
      if (!offered.ok) return offered
      const { postable } = offered.value
      return postable.length === 0
        ? ok({ kind: 'message', message: noGroupToSchedule() })
        : ok({ kind: 'modal', view: subscribeForm(postable) })
    }
    const typed = readSubscribeTyped(words)
    if (!typed.ok) return typed
    const channelId = channelOf(context, typed.value.channelId)
    if (!channelId.ok) return channelId
    const channel = await requirePostable(context.client, channelId.value)
    if (!channel.ok) return channel
    const { groupName, subTypes } = typed.value
    const mode = typed.value.mode ?? 'daily'
    const wanted = { groupName, subTypes, mode, channelId: channelId.value }
    const set = await perform(engine, { who: context.who, surface: 'command' }, setSubscription, wanted)
    return set.ok ? ok({ kind: 'message', message: subscriptionSet(set.value) }) : set
  },
})

export const unsubscribeCommand = freeCommand({
  name: 'unsubscribe',
  usage: 'unsubscribe ["group" #channel]',
  summary: 'What goes into which channels, and how to end it',
  example: 'unsubscribe "Morning Milers" #general',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const { engine } = context.deps
    if (words.length === 0) {
      const cards = await ask(engine, context.who, listSubscriptions, { channelId: null })
      return cards.ok ? ok({ kind: 'message', message: subscriptionList(cards.value) }) : cards
    }
    const typed = readSubscribeTyped(words)
    if (!typed.ok) return typed
    const channelId = channelOf(context, typed.value.channelId)
    if (!channelId.ok) return channelId
    const wanted = { groupName: typed.value.groupName, channelId: channelId.value }
    const ended = await perform(engine, { who: context.who, surface: 'command' }, endSubscription, wanted)
    return ended.ok ? ok({ kind: 'message', message: subscriptionEnded(ended.value) }) : ended
  },
})

export const channelCommand = freeCommand({
  name: 'channel',
  usage: 'channel [#channel] [boards N] [runs N]',
  summary: 'What Astral posts into a channel by itself, and its budget',
  example: 'channel #general runs 20',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const named = words.find(word => word.kind === 'channel')
    const channelId = channelOf(context, named?.kind === 'channel' ? named.channelId : null)
    if (!channelId.ok) return channelId
    const { engine } = context.deps
    const card = await ask(engine, context.who, showChannel, { channelId: channelId.value })
    if (!card.ok) return card
    const text = words.flatMap(word => (word.kind === 'text' ? [word.text] : [])).join(' ')
    if (text === '') return ok({ kind: 'message', message: channelShown(card.value) })
    const wanted = /^(?:(boards|runs) (\d{1,4}))(?: (boards|runs) (\d{1,4}))?$/i.exec(text)
    if (!wanted) return misuse(`I don’t understand “${text}”. Write it as boards 1 runs 10.`)
    const budget = { ...card.value.budget }
    for (const [what, count] of [wanted.slice(1, 3), wanted.slice(3, 5)]) {
      if (what?.toLowerCase() === 'boards') budget.boardsAWeek = Number(count)
      if (what?.toLowerCase() === 'runs') budget.runsADay = Number(count)
    }
    const set = await perform(engine, { who: context.who, surface: 'command' }, setChannelBudget, {
      channelId: channelId.value,
      budget,
    })
    return set.ok ? ok({ kind: 'message', message: budgetSet(set.value) }) : set
  },
})

/** The channel that was named, else the one it was typed in; a direct message is none. */
function channelOf(context: SlackContext, named: string | null): Result<string, Refusal> {
  const channelId = named ?? context.channelId
  return channelId === null || channelId.startsWith('D') ? refuse({ code: 'channel-missing' }) : ok(channelId)
}
