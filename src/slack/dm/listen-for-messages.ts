import type { App } from '@slack/bolt'
import { faultInWords, reportFault } from '../fault.ts'
import { type SlackDeps, viewerContext } from '../kit/context.ts'
import { answerFiles } from './answer-files.ts'
import { answerPlans, plansAmong } from './answer-plans.ts'
import { answerTables, isTable } from './answer-tables.ts'
import { answerText } from './answer-text.ts'
import { directMessageOf } from './direct-message.ts'
import { recentDeliveries } from './recent-deliveries.ts'
import { replyIn } from './reply.ts'

/** Direct messages to Astral: typed runs, dropped files, `help`. Channels, bots, edits and deletions are none of these. */
export function listenForMessages(app: App, deps: SlackDeps): void {
  const deliveries = recentDeliveries()
  app.event('message', async ({ event, body, client }) => {
    const message = directMessageOf(event)
    if (!message || !deliveries.isFirst(body.event_id)) return
    const context = await viewerContext(deps, {
      client,
      teamId: body.team_id,
      userId: message.user,
      channelId: message.channel,
    })
    const reply = replyIn(context, message.channel, message.thread_ts)
    try {
      const plans = await plansAmong(context, message.files)
      await answerPlans(context, plans, body.event_id, reply)
      const dropped = message.files.filter(file => !plans.has(file))
      const tables = dropped.filter(isTable)
      if (tables.length > 0) await answerTables(context, tables, body.event_id, reply)
      const files = dropped.filter(file => !isTable(file))
      if (files.length > 0) return await answerFiles(context, { ...message, files }, body.event_id, reply)
      if (tables.length > 0 || plans.size > 0) return
      const answer = await answerText(context, message.text, body.event_id)
      if (answer) await reply.post(answer)
    } catch (error) {
      await reply.post(faultInWords(reportFault(deps, error, { where: 'message' })))
    }
  })
}
