import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { explainPost } from '#usecases/leaderboard/explain-post.ts'
import { pullBackPost } from '#usecases/leaderboard/pull-back-post.ts'
import { showWeek } from '#usecases/leaderboard/show-week.ts'
import { POST_ACTIONS } from '#views/leaderboard.ts'
import { words } from '#views/message.ts'
import { postExplained, postPulledBack } from '#views/post-explained.ts'
import { refusalInWords } from '#views/refusal.ts'
import { ownWeekShown, WEEK_ACTIONS } from '#views/week-card.ts'
import { type Action, button, freeAction } from '../kit/button.ts'

const whyButton = freeAction(POST_ACTIONS.why, async (context, outboxId) => {
  const explained = await ask(context.deps.engine, context.who, explainPost, outboxId)
  return {
    say: explained.ok ? postExplained(explained.value) : words(refusalInWords(explained.refusal)),
  }
})

const pullBackButton = button({
  actionId: POST_ACTIONS.pullBack,
  value: z.string().min(1),
  useCase: pullBackPost,
  pressed: () => ({ say: postPulledBack() }),
})

/** One's own week, from under the card in a channel: to the presser alone. */
const ownPlaceButton = freeAction(WEEK_ACTIONS.ownPlace, async (context, value) => {
  const [groupId = '', from, to] = value.split('|')
  const week = await ask(context.deps.engine, context.who, showWeek, { groupId, range: `${from}..${to}` })
  return { say: week.ok ? ownWeekShown(week.value) : words(refusalInWords(week.refusal)) }
})

/** The buttons under a post in a channel; anybody there may press them. */
export const postButtons: readonly Action[] = [whyButton, pullBackButton, ownPlaceButton]
