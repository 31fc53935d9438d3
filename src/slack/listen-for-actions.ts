import type { App, BlockAction, RespondArguments, RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Message } from '#views/message.ts'
import { ACTIONS } from './actions/action-table.ts'
import { faultInWords, reportFault } from './fault.ts'
import { publishHome } from './home/listen-for-home.ts'
import { valueOfAction } from './kit/action-value.ts'
import type { Pressed } from './kit/button.ts'
import { type SlackContext, type SlackDeps, viewerContext } from './kit/context.ts'
import { onlyToCaller, postToPerson } from './post.ts'

/** Buttons, menus and selects, wherever they stand. */
export function listenForActions(app: App, deps: SlackDeps): void {
  for (const action of ACTIONS) {
    app.action(action.actionId, async ({ ack, body, action: pressed, client, respond }) => {
      await ack()
      if (body.type !== 'block_actions') return
      const isHome = body.view?.type === 'home'
      const context = await viewerContext(deps, {
        client,
        teamId: body.team?.id ?? '',
        userId: body.user.id,
        channelId: body.channel?.id ?? null,
        triggerId: body.trigger_id,
      })
      const say = async (message: Message) => {
        if (body.response_url) return respond(onlyToCaller(message))
        // Modals and the Home tab have no place for a message of their own: it goes to the person's DM.
        return postToPerson(context, message)
      }
      try {
        const view = body.view?.type === 'modal' ? body.view : null
        const effect = await action.press(
          context,
          valueOfAction(pressed),
          view && { id: view.id, meta: view.private_metadata ? JSON.parse(view.private_metadata) : {} },
        )
        await applyPressed(context, effect, {
          say,
          replace: message => replaceMessage(body, client, respond, message),
          isHome,
          viewId: view?.id ?? null,
        })
      } catch (error) {
        await say(faultInWords(reportFault(deps, error, { where: 'action', action: action.actionId })))
      }
    })
  }
}

/** Only Slack's own link can change a message that one person sees; any other is changed like every post of ours. */
function replaceMessage(
  body: BlockAction,
  client: WebClient,
  respond: RespondFn,
  message: Message,
): Promise<unknown> {
  const { container, channel } = body
  if (container.is_ephemeral || !channel) {
    return respond({ ...onlyToCaller(message), replace_original: true } as RespondArguments)
  }
  const { text, blocks } = message
  return client.chat.update({ channel: channel.id, ts: String(container.message_ts), text, blocks })
}

async function applyPressed(
  context: SlackContext,
  effect: Pressed,
  to: {
    say: (message: Message) => Promise<unknown>
    replace: (message: Message) => Promise<unknown>
    isHome: boolean
    viewId: string | null
  },
): Promise<void> {
  // The trigger lives three seconds: the modal comes first.
  if (effect.open && context.triggerId) {
    await context.client.views.open({ trigger_id: context.triggerId, view: effect.open })
  }
  if (effect.push && context.triggerId) {
    await context.client.views.push({ trigger_id: context.triggerId, view: effect.push })
  }
  if (effect.update && to.viewId) {
    await context.client.views.update({ view_id: to.viewId, view: effect.update })
  }
  if (effect.replace && !to.isHome) await to.replace(effect.replace)
  if (effect.say) await to.say(effect.say)
  if (effect.refreshHome || to.isHome) await publishHome(context)
}
