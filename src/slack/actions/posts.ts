import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { explainPost } from '#usecases/leaderboard/explain-post.ts'
import { pullBackPost } from '#usecases/leaderboard/pull-back-post.ts'
import { POST_ACTIONS } from '#views/leaderboard.ts'
import { words } from '#views/message.ts'
import { postExplained, postPulledBack } from '#views/post-explained.ts'
import { refusalInWords } from '#views/refusal.ts'
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

/** The buttons under a post in a channel; anybody there may press them. */
export const postButtons: readonly Action[] = [whyButton, pullBackButton]
