import { ok, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { explainPost } from '#usecases/leaderboard/explain-post.ts'
import { postExplained } from '#views/post-explained.ts'
import type { Shortcut } from '../kit/shortcut.ts'

/** The same as the button, for whoever finds no button: in threads and on answers under a card. */
export const whyIsThisHereShortcut: Shortcut = {
  callbackId: 'why_is_this_here',
  async run(context, on) {
    if (!on) return refuse({ code: 'post-gone' })
    const explained = await ask(context.deps.engine, context.who, explainPost, on)
    return explained.ok ? ok({ kind: 'message', message: postExplained(explained.value) }) : explained
  },
}
