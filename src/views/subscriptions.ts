import type { KnownBlock } from '@slack/types'
import type { ChannelBudget } from '#domain/feed/channel-budget.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { ChannelCard, SubscriptionCard } from '#domain/feed/subscription-card.ts'
import { button, confirm, section } from './blocks.ts'
import { FEED_ACTIONS, filterPhrase, MODE_PHRASES } from './feed-words.ts'
import { fitLines } from './fit-lines.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

type Set = {
  subscription: FeedSubscription
  groupName: string
  isChange: boolean
  budget: ChannelBudget
}

/** Each takes one block of the fifty. */
const MOST_SHOWN = 40
const LIST_CHARACTERS = 8_000

export function subscriptionSet(done: Set): Message {
  return words(setInWords(done))
}

export function subscriptionSetModal(done: Set): ModalView {
  return modalView({
    callbackId: 'subscribed',
    title: done.isChange ? 'Changed' : 'Subscribed',
    blocks: [section(setInWords(done))],
  })
}

function setInWords({ subscription, groupName, isChange, budget }: Set): Mrkdwn {
  const { channelId, mode, filter } = subscription
  const head = mrkdwn`${isChange ? 'Changed: the' : 'The'} runs of *${groupName}* go to ${mentionChannel(channelId)} now, as ${MODE_PHRASES[mode]} (${filterPhrase(filter)}).`
  const whose = mrkdwn`Only runs of members who share with the group are shown. Nobody is mentioned, and free text and heart rate stay out.`
  const limit =
    mode === 'each'
      ? [
          mrkdwn`The channel’s budget is ${budget.runsADay} run messages a day; what is more goes into one card. \`/astral channel\` shows it.`,
        ]
      : []
  return joinMrkdwn([head, whose, ...limit], '\n')
}

export function subscriptionEnded(done: { subscription: FeedSubscription; groupName: string }): Message {
  return words(endedInWords(done))
}

function endedInWords({
  subscription,
  groupName,
}: {
  subscription: FeedSubscription
  groupName: string
}): Mrkdwn {
  return mrkdwn`Ended: the runs of *${groupName}* do not go to ${mentionChannel(subscription.channelId)} any more. What stands there stays.`
}

/** What goes where, each with its button; `note` says what was just done. */
export function subscriptionList(
  cards: readonly SubscriptionCard[],
  ended: { subscription: FeedSubscription; groupName: string } | null = null,
): Message {
  const head = ended ? [endedInWords(ended)] : []
  if (cards.length === 0) {
    const none = mrkdwn`No group’s runs go into a channel. \`/astral subscribe "Tuesday Track" #channel\` begins it.`
    return words(joinMrkdwn([...head, none], '\n'))
  }
  const lines = fitLines(cards.slice(0, MOST_SHOWN).map(cardInWords), LIST_CHARACTERS)
  const more = cards.length > lines.length ? [mrkdwn`… and ${cards.length - lines.length} more.`] : []
  const blocks: KnownBlock[] = [
    ...head.map(line => section(line)),
    ...lines.map((line, index) => section(line, endButton(cards[index] as SubscriptionCard))),
    ...more.map(line => section(line)),
  ]
  return { text: joinMrkdwn([...head, ...lines, ...more], '\n').mrkdwn, blocks }
}

function cardInWords({ subscription, groupName, setByName }: SubscriptionCard): Mrkdwn {
  const { channelId, mode, filter, state, pauseReason } = subscription
  const paused =
    state === 'paused'
      ? mrkdwn`\nPaused: the channel took no messages (${pauseReason ?? 'closed'}). Subscribe again when it does.`
      : mrkdwn``
  return mrkdwn`*${groupName}* → ${mentionChannel(channelId)} · ${MODE_PHRASES[mode]} · ${filterPhrase(filter)} · set up by ${setByName}${paused}`
}

function endButton({ subscription, groupName }: SubscriptionCard) {
  return button(FEED_ACTIONS.end, 'End it', `${subscription.groupId}|${subscription.channelId}`, {
    label: `End the runs of ${groupName}`,
    confirm: confirm(
      'End it?',
      `Runs of ${groupName} do not go into that channel any more. What stands there stays.`,
      'End it',
      'Keep it',
    ),
  })
}

/** What goes into a channel by itself, and how much it takes. */
export function channelShown(card: ChannelCard): Message {
  const { budget, used, feeds, boards } = card
  const lines = [
    mrkdwn`*${mentionChannel(card.channelId)}: what I post here by myself*`,
    mrkdwn`Budget: one card a day · ${used.boardsAWeek} of ${budget.boardsAWeek} weekly leaderboards this week · ${used.runsADay} of ${budget.runsADay} run messages today. What is more goes into the card.`,
    ...feeds.map(feed => mrkdwn`• ${cardInWords(feed)}`),
    ...boards.map(name => mrkdwn`• *${name}* · weekly leaderboard`),
    ...(feeds.length + boards.length === 0 ? [mrkdwn`Nothing that you may see goes in here.`] : []),
    card.mayChange
      ? mrkdwn`You change the budget with \`/astral channel boards 2 runs 20\`.`
      : mrkdwn`The head coach changes the budget.`,
  ]
  return words(joinMrkdwn(fitLines(lines, 2_800), '\n'))
}

export function budgetSet({ channelId, budget }: { channelId: string; budget: ChannelBudget }): Message {
  return words(
    mrkdwn`${mentionChannel(channelId)} takes one card a day, ${budget.boardsAWeek} weekly leaderboards and ${budget.runsADay} run messages a day now.`,
  )
}
