import type { App, BlockAction, RespondArguments, RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { commandMisused, unknownCommand } from '#views/help.ts'
import type { Message } from '#views/message.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { ACTIONS } from './actions/action-table.ts'
import { COMMANDS } from './commands/command-table.ts'
import { dispatch } from './dispatch.ts'
import { listenForMessages } from './dm/listen-for-messages.ts'
import { faultInWords, reportFault } from './fault.ts'
import { listenForHome, publishHome } from './home/listen-for-home.ts'
import { listenForJoiners } from './home/listen-for-joiners.ts'
import { valueOfAction } from './kit/action-value.ts'
import type { Pressed } from './kit/button.ts'
import { contextOf, type SlackContext, type SlackDeps } from './kit/context.ts'
import { formValues, stateSchema } from './kit/form-values.ts'
import type { Answer, Subcommand } from './kit/subcommand.ts'
import { splitWords, type Word } from './kit/words.ts'
import { menuFor } from './menu-for.ts'
import { MODALS } from './modals/modal-table.ts'
import { listenForPeople } from './people/listen-for-people.ts'
import { postToPerson, quiet } from './post.ts'
import { SHORTCUTS } from './shortcuts/shortcut-table.ts'
import { SUGGESTIONS } from './suggestions/suggestion-table.ts'

/** Binds every described command, modal, action and shortcut to Bolt: acknowledge first, then work. */
export function listen(app: App, deps: SlackDeps): void {
  listenForCommands(app, deps)
  listenForSubmissions(app, deps)
  listenForActions(app, deps)
  listenForShortcuts(app, deps)
  listenForSuggestions(app, deps)
  listenForMessages(app, deps)
  listenForHome(app, deps)
  listenForPeople(app, deps)
  listenForJoiners(app, deps)
}

function listenForCommands(app: App, deps: SlackDeps): void {
  app.command('/astral', async ({ ack, command, client, respond }) => {
    await ack()
    const context = contextOf(deps, {
      client,
      teamId: command.team_id,
      userId: command.user_id,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
    })
    const say = (message: Message) => respond(onlyToCaller(message))
    try {
      await answerCommand(context, splitWords(command.text ?? ''), say)
    } catch (error) {
      await say(faultInWords(reportFault(deps, error, { where: 'command' })))
    }
  })
}

export async function answerCommand(
  context: SlackContext,
  typed: readonly Word[],
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  const found = dispatch(COMMANDS, typed)
  switch (found.kind) {
    case 'menu':
      await say(await menuFor(context))
      return
    case 'unknown':
      await say(unknownCommand(found.typed, found.suggestion, COMMANDS))
      return
    case 'found':
      await runCommand(context, found.command, found.rest, say)
  }
}

async function runCommand(
  context: SlackContext,
  command: Subcommand,
  rest: readonly Word[],
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  const answer = await command.answer(context, rest)
  if (answer.ok) return giveAnswer(context, answer.value, say)
  await say(
    answer.refusal.code === 'misuse'
      ? commandMisused(command, answer.refusal.problem)
      : words(refusalInWords(answer.refusal)),
  )
}

async function giveAnswer(
  context: SlackContext,
  answer: Answer,
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  if (answer.kind === 'message') {
    await say(answer.message)
    return
  }
  if (context.triggerId === null) throw new Error('a modal needs a trigger')
  await context.client.views.open({ trigger_id: context.triggerId, view: answer.view })
}

function listenForSubmissions(app: App, deps: SlackDeps): void {
  for (const modal of MODALS) {
    app.view(
      { type: 'view_submission', callback_id: modal.callbackId },
      async ({ ack, body, view, client }) => {
        const context = contextOf(deps, {
          client,
          teamId: body.team?.id ?? body.user.team_id ?? '',
          userId: body.user.id,
        })
        try {
          const meta: unknown = view.private_metadata ? JSON.parse(view.private_metadata) : {}
          const submitted = await modal.submit(context, formValues(stateSchema.parse(view.state)), meta)
          if (submitted.kind === 'errors') {
            await ack({ response_action: 'errors', errors: { ...submitted.errors } })
          } else if (submitted.kind === 'update') {
            await ack({ response_action: 'update', view: submitted.view })
          } else {
            await ack()
          }
          if (submitted.kind !== 'errors') await publishHome(context)
        } catch (error) {
          const reference = reportFault(deps, error, { where: 'modal', modal: modal.callbackId })
          await ack({
            response_action: 'update',
            view: refusedModal({ mrkdwn: faultInWords(reference).text }),
          })
        }
      },
    )
  }
}

function listenForActions(app: App, deps: SlackDeps): void {
  for (const action of ACTIONS) {
    app.action(action.actionId, async ({ ack, body, action: pressed, client, respond }) => {
      await ack()
      if (body.type !== 'block_actions') return
      const isHome = body.view?.type === 'home'
      const context = contextOf(deps, {
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

function listenForShortcuts(app: App, deps: SlackDeps): void {
  for (const shortcut of SHORTCUTS) {
    app.shortcut(shortcut.callbackId, async ({ ack, body, client }) => {
      await ack()
      const context = contextOf(deps, {
        client,
        teamId: body.team?.id ?? '',
        userId: body.user.id,
        triggerId: body.trigger_id,
      })
      const say = (message: Message) => postToPerson(context, message)
      try {
        const answer = await shortcut.run(context)
        if (answer.ok) await giveAnswer(context, answer.value, say)
        else await say(words(refusalInWords(answer.refusal)))
      } catch (error) {
        await say(
          faultInWords(reportFault(deps, error, { where: 'shortcut', shortcut: shortcut.callbackId })),
        )
      }
    })
  }
}

function listenForSuggestions(app: App, deps: SlackDeps): void {
  for (const suggestion of SUGGESTIONS) {
    app.options(suggestion.actionId, async ({ ack, body, client }) => {
      const context = contextOf(deps, { client, teamId: body.team?.id ?? '', userId: body.user.id })
      try {
        await ack({ options: await suggestion.options(context, body.value) })
      } catch (error) {
        reportFault(deps, error, { where: 'options', action: suggestion.actionId })
        await ack({ options: [] })
      }
    })
  }
}

/** For the caller alone. */
export function onlyToCaller(message: Message): RespondArguments {
  return { response_type: 'ephemeral', replace_original: false, ...quiet(message) } as RespondArguments
}
