import { App, type Logger, LogLevel, type ViewOutput } from '@slack/bolt'
import type { Block, KnownBlock, ModalView } from '@slack/types'
import type { Sandbox } from '#sandbox/sandbox.ts'
import {
  groupModalBlocks,
  homeBlocks,
  invitationBlocks,
  leaderboardBlocks,
} from '../../sandbox-page/example-blocks.ts'

export type Submitted = { user: string; values: ViewOutput['state']['values'] }
export type ExampleApp = { submitted: Submitted[]; actions: string[]; stop(): Promise<void> }

/** Our example blocks are written as the wire has them; Slack's types lack some of them. */
const blocks = (wire: readonly { type: string }[]) => wire as unknown as (KnownBlock | Block)[]

function groupModal(extra: readonly { type: string }[] = []): ModalView {
  return {
    type: 'modal',
    callback_id: 'group_create',
    title: { type: 'plain_text', text: 'Create a group' },
    submit: { type: 'plain_text', text: 'Create' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: blocks([...groupModalBlocks, ...extra]),
  }
}

const moreButton = {
  type: 'actions',
  block_id: 'more',
  elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More fields' } }],
}
const choiceBlocks = [
  {
    type: 'actions',
    block_id: 'choice',
    elements: [
      {
        type: 'static_select',
        action_id: 'pick',
        placeholder: { type: 'plain_text', text: 'Pick a day' },
        options: ['Monday', 'Tuesday', 'Wednesday'].map(day => ({
          text: { type: 'plain_text', text: day },
          value: day.toLowerCase(),
        })),
      },
    ],
  },
]
const moreFields = {
  type: 'input',
  block_id: 'place',
  optional: true,
  label: { type: 'plain_text', text: 'Place' },
  element: { type: 'plain_text_input', action_id: 'value', initial_value: 'River gate' },
}

function silentLogger(): Logger {
  const nothing = () => {}
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  }
}

/** A small Bolt app that uses what the page can draw: modals, buttons, typeahead, Home, an uploaded picture. */
export async function startExampleApp(sandbox: Sandbox, picture: Buffer): Promise<ExampleApp> {
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    // One call is refused on purpose, so the client's own log would only disturb.
    logger: silentLogger(),
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, timeout: 5_000 },
  })
  const submitted: Submitted[] = []
  const actions: string[] = []

  app.command('/astral', async ({ ack, command, client }) => {
    const [verb = ''] = command.text.split(' ')
    if (verb === 'silence') return
    await ack(
      ['group', 'invite', 'leaderboard', 'choose'].includes(verb) ? undefined : `You said ${command.text}`,
    )
    if (verb === 'group')
      await client.views.open({ trigger_id: command.trigger_id, view: groupModal([moreButton]) })
    if (verb === 'invite') {
      const user = /<@(U[A-Z0-9]+)/.exec(command.text)?.[1] ?? ''
      await client.chat.postMessage({
        channel: user,
        text: 'You are invited.',
        blocks: blocks(invitationBlocks),
      })
    }
    if (verb === 'choose')
      await client.chat.postMessage({
        channel: command.channel_id,
        text: 'Choose.',
        blocks: blocks(choiceBlocks),
      })
    if (verb === 'leaderboard') {
      const uploaded = await client.files.uploadV2({ file: picture, filename: 'chart.png' })
      const { files } = uploaded as { files?: { files?: { id?: string }[] }[] }
      const id = files?.[0]?.files?.[0]?.id ?? ''
      const withPicture = leaderboardBlocks.map(block =>
        block.type === 'image' ? { ...block, slack_file: { id } } : block,
      )
      const post = () =>
        client.chat.postMessage({
          channel: command.channel_id,
          text: 'Leaderboard',
          blocks: blocks(withPicture),
        })
      // The first try comes before the picture is processed: the inspector has a refusal to show.
      await post().catch(() => null)
      const isReady = async () => ((await client.files.info({ file: id })).file?.mimetype ?? '') !== ''
      while (!(await isReady())) await new Promise(resolve => setTimeout(resolve, 20))
      await post()
    }
  })
  app.action('more', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.view) return
    await client.views.update({ view_id: body.view.id, view: groupModal([moreFields]) })
  })
  app.action(/^(accept|accept_private|decline)$/, async ({ ack, action, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.message || !body.channel || !('action_id' in action)) return
    actions.push(action.action_id)
    await client.chat.update({
      channel: body.channel.id,
      ts: String(body.message.ts),
      text: 'Answered.',
      blocks: blocks([
        {
          type: 'section',
          text: { type: 'mrkdwn', text: `:white_check_mark: You chose *${action.action_id}*.` },
        } as {
          type: string
        },
      ]),
    })
  })
  app.action('pick', async ({ ack, action }) => {
    await ack()
    if (action.type === 'static_select') actions.push(`pick ${action.selected_option.value}`)
  })
  app.shortcut('count_run', async ({ ack, shortcut }) => {
    await ack()
    if (shortcut.type === 'message_action') actions.push(`count_run ${shortcut.message.text}`)
  })
  app.options('athletes', async ({ ack, payload }) => {
    const people = ['Ana Athlete', 'Ben Athlete'].filter(name =>
      name.toLowerCase().includes(payload.value.toLowerCase()),
    )
    await ack({
      options: people.map(name => ({ text: { type: 'plain_text', text: name }, value: name.slice(0, 3) })),
    })
  })
  app.view('group_create', async ({ ack, view, body }) => {
    if (view.state.values.name?.value?.value === 'Tuesday Track') {
      await ack({ response_action: 'errors', errors: { name: 'There is already a group of this name.' } })
      return
    }
    if (view.state.values.name?.value?.value === 'Ask first') {
      const sure = { ...groupModal(), title: { type: 'plain_text' as const, text: 'Are you sure?' } }
      await ack({ response_action: 'push', view: sure })
      return
    }
    submitted.push({ user: body.user.id, values: view.state.values })
    await ack()
  })
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: blocks(homeBlocks) } })
  })
  await app.start()
  return { submitted, actions, stop: async () => void (await app.stop()) }
}
