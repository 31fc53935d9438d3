import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { explainPost } from '#usecases/leaderboard/explain-post.ts'
import { explainRun, explainWords } from '#usecases/metrics/explain-metric.ts'
import { findLinked } from '#usecases/metrics/find-linked.ts'
import type { Message } from '#views/message.ts'
import { metricExplained, metricsListed, runNumbersExplained } from '#views/metrics.ts'
import { postExplained } from '#views/post-explained.ts'
import { freeCommand, misuse } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

/** A place in one's own list, the newest first: as many as anybody counts. */
const POSITION = /^#?([1-9]\d?)$/

/** The link of a message, as Slack copies it. */
const LINK = /^https:\/\/[\w.-]+\/archives\/([CG][A-Z0-9]+)\/p(\d{10})(\d{6})(?:\?\S*)?$/

const NOT_MINE =
  'That message is none of mine, or it was taken back. Copy the link of a run or a leaderboard that I posted.'

export const whyCommand = freeCommand({
  name: 'why',
  usage: 'why [metric] [day | number of a run | link]',
  summary: 'Where a number comes from: formula, source, what went into yours',
  example: 'why load',
  audience: 'member',
  async answer(context, words) {
    const text = textOf(words)
    if (text === '') return ok({ kind: 'message', message: metricsListed() })
    const { engine } = context.deps
    const say = (message: Message) => ok({ kind: 'message' as const, message })
    const place = placeOf(text)
    if (place) {
      const linked = await ask(engine, context.who, findLinked, place)
      if (!linked.ok) return linked.refusal.code === 'post-gone' ? misuse(NOT_MINE) : linked
      if ('outboxId' in linked.value) {
        const post = await ask(engine, context.who, explainPost, linked.value.outboxId)
        return post.ok ? say(postExplained(post.value)) : post
      }
      const run = await ask(engine, context.who, explainRun, { id: linked.value.runId })
      return run.ok ? say(runNumbersExplained(run.value)) : run
    }
    const position = POSITION.exec(text)?.[1]
    if (position) {
      const run = await ask(engine, context.who, explainRun, { position: Number(position) })
      return run.ok ? say(runNumbersExplained(run.value)) : run
    }
    const found = await ask(engine, context.who, explainWords, text)
    if (!found.ok) return found
    return say(
      'run' in found.value
        ? runNumbersExplained(found.value.run)
        : metricExplained(found.value.metric, context.units),
    )
  },
})

/** Where the message of a link stands; in a thread, the reply's own place. */
function placeOf(text: string): { channelId: string; ts: string } | null {
  const [, channelId, seconds, fraction] = LINK.exec(text) ?? []
  return channelId && seconds && fraction ? { channelId, ts: `${seconds}.${fraction}` } : null
}
