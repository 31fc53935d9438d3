import type { App } from '@slack/bolt'
import { type Message, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { faultInWords, reportFault } from './fault.ts'
import { giveAnswer } from './give-answer.ts'
import { type SlackDeps, viewerContext } from './kit/context.ts'
import { onlyToCaller, postToPerson } from './post.ts'
import { SHORTCUTS } from './shortcuts/shortcut-table.ts'

/** Shortcuts of the manifest: those on a message answer there, the others in the person's direct message. */
export function listenForShortcuts(app: App, deps: SlackDeps): void {
  for (const shortcut of SHORTCUTS) {
    app.shortcut(shortcut.callbackId, async ({ ack, body, client, respond }) => {
      await ack()
      const context = await viewerContext(deps, {
        client,
        teamId: body.team?.id ?? '',
        userId: body.user.id,
        triggerId: body.trigger_id,
      })
      const on =
        body.type === 'message_action' ? { channelId: body.channel.id, ts: String(body.message_ts) } : null
      const say = (message: Message) =>
        on && respond ? respond(onlyToCaller(message)) : postToPerson(context, message)
      try {
        const answer = await shortcut.run(context, on)
        if (answer.ok) await giveAnswer(context, answer.value, say)
        else await say(words(refusalInWords(answer.refusal, context.units)))
      } catch (error) {
        await say(
          faultInWords(reportFault(deps, error, { where: 'shortcut', shortcut: shortcut.callbackId })),
        )
      }
    })
  }
}
