import { ask } from '#usecases/ask.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { endSubscription } from '#usecases/feed/end-subscription.ts'
import { getCommentableRun } from '#usecases/feed/get-commentable-run.ts'
import { listSubscriptions } from '#usecases/feed/list-subscriptions.ts'
import { showFeed } from '#usecases/feed/show-feed.ts'
import { perform } from '#usecases/perform.ts'
import { FEED_ACTIONS } from '#views/feed-words.ts'
import { feedbackForm, kudosChanged } from '#views/feedback.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { subscriptionList } from '#views/subscriptions.ts'
import { feedMessage, readFeedTurn } from '../feed-message.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import { feedModalView } from '../modals/feed.ts'

const stale: Pressed = { say: words(refusalInWords({ code: 'stale-button' })) }
/** As many buttons as a message has beside each other. */
const CHEER_BUTTONS = [0, 1, 2, 3, 4]

function turnButton(actionId: string, direction: 'older' | 'newer'): Action {
  return freeAction(actionId, async (context, value, view) => {
    const turn = readFeedTurn(value)
    if (!turn) return stale
    const { asked, cursor } = turn
    const wanted = { ...asked, turn: { direction, cursor } }
    const page = await ask(context.deps.engine, context.who, showFeed, wanted)
    if (!page.ok) return { say: words(refusalInWords(page.refusal)) }
    const message = feedMessage(page.value, asked, context.units)
    return view ? { update: feedModalView(message.blocks) } : { replace: message }
  })
}

/** Anybody in the club who sees the run; pressing again takes it back. */
function cheer(actionId: string): Action {
  return freeAction(actionId, async (context, value) => {
    const [, activityId = ''] = value.split(':')
    const deed = { who: context.who, surface: 'button' } as const
    const wanted = { activityId, by: { kind: 'button' } } as const
    const done = await perform(context.deps.engine, deed, changeKudos, wanted)
    return { say: done.ok ? kudosChanged(done.value) : words(refusalInWords(done.refusal)) }
  })
}

const feedbackButton = freeAction(FEED_ACTIONS.feedback, async (context, activityId, view) => {
  const found = await ask(context.deps.engine, context.who, getCommentableRun, activityId)
  if (!found.ok) return { say: words(refusalInWords(found.refusal)) }
  const form = feedbackForm([
    { activityId: found.value.run.id, athleteName: found.value.athleteName, run: found.value.run },
  ])
  return view ? { push: form } : { open: form }
})

const endButton = freeAction(FEED_ACTIONS.end, async (context, value) => {
  const { engine } = context.deps
  const [groupId = '', channelId = ''] = value.split('|')
  const wanted = { groupId, channelId }
  const ended = await perform(engine, { who: context.who, surface: 'button' }, endSubscription, wanted)
  if (!ended.ok) return { say: words(refusalInWords(ended.refusal)) }
  const cards = await ask(engine, context.who, listSubscriptions, { channelId: null })
  return cards.ok ? { replace: subscriptionList(cards.value, ended.value) } : stale
})

export const feedActions: readonly Action[] = [
  turnButton(FEED_ACTIONS.older, 'older'),
  turnButton(FEED_ACTIONS.newer, 'newer'),
  ...CHEER_BUTTONS.map(index => cheer(`${FEED_ACTIONS.cheer}-${index}`)),
  cheer(FEED_ACTIONS.cheerFor),
  feedbackButton,
  endButton,
]
