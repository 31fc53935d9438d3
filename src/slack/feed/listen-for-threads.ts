import type { App } from '@slack/bolt'
import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { commentRun } from '#usecases/feed/comment-run.ts'
import { findPostedRuns } from '#usecases/feed/find-posted-runs.ts'
import { perform } from '#usecases/perform.ts'
import { reportFault } from '../fault.ts'
import { contextOf, type SlackDeps } from '../kit/context.ts'
import { plainTextOf } from '../kit/words.ts'

const answerSchema = z
  .object({
    channel: z.string(),
    channel_type: z.enum(['channel', 'group']),
    /** Edits, deletions and joins have one. */
    subtype: z.never().optional(),
    bot_id: z.never().optional(),
    user: z.string(),
    text: z.string().min(1),
    ts: z.string(),
    thread_ts: z.string(),
  })
  .loose()

/**
 * What a coach answers under the message of a single run is feedback on it: kept with the run, and sent to the athlete.
 * Whatever anybody else writes in channels is none of Astral's business and is not kept.
 */
export function listenForThreads(app: App, deps: SlackDeps): void {
  app.event('message', async ({ event, body, client }) => {
    const answer = answerSchema.safeParse(event).data
    if (!answer) return
    try {
      const { who } = contextOf(deps, { client, teamId: body.team_id, userId: answer.user })
      const place = { channelId: answer.channel, ts: answer.thread_ts }
      const runs = await ask(deps.engine, who, findPostedRuns, place)
      const only = runs.ok && runs.value.isSingle ? runs.value.runs[0] : undefined
      if (!only) return
      await perform(deps.engine, { who, surface: 'message' }, commentRun, {
        activityId: only.activityId,
        text: plainTextOf(answer.text),
        slackMessage: `${answer.channel}:${answer.ts}`,
      })
    } catch (error) {
      reportFault(deps, error, { where: 'thread' })
    }
  })
}
