import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RawValue } from '#sandbox/desk.ts'
import {
  accessory,
  actions,
  type Block,
  button,
  divider,
  input,
  number,
  option,
  options,
  plain,
  section,
  select,
  times,
  typing,
} from './samples.ts'
import { connect, type Envelope, freshTrigger, latest, type WireApp } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
let app: WireApp
beforeEach(async () => {
  sandbox = await testSandbox()
  app = await connect(sandbox)
})
afterEach(async () => {
  await app.close()
  await sandbox.close()
})

const at = (block: Block): Block => ({ ...block, block_id: 'b' })
const REF = { blockId: 'b', actionId: 'a' }

async function posted(block: Block): Promise<{ kind: 'message'; channel: string; ts: string }> {
  sandbox.clock.advance(1_000)
  const { ts } = await sandbox.call('chat.postMessage', {
    channel: IDS.general,
    text: 'a',
    blocks: [at(block)],
  })
  return { kind: 'message', channel: IDS.general, ts: String(ts) }
}

async function modal(blocks: Block[], more: Block = {}): Promise<string> {
  const answer = await sandbox.call('views.open', {
    trigger_id: await freshTrigger(sandbox, app, IDS.coach, IDS.general),
    view: {
      type: 'modal',
      title: plain('Title'),
      submit: plain('Save'),
      callback_id: 'form',
      blocks,
      ...more,
    },
  })
  expect(answer).toMatchObject({ ok: true })
  return (answer.view as { id: string }).id
}

const form = (element: Block, more: Block = {}) => modal([at(input({ ...element, action_id: 'a' }, more))])
const answerNext = (kind: string, payload: unknown) => {
  app.answer = (envelope: Envelope) => (envelope.payload.type === kind ? payload : undefined)
}

describe('a command', () => {
  it('carries everything Slack says', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral log 8 km & "<fast>" with @ben')
    expect(latest(app, '/astral')).toEqual({
      token: 'verification',
      team_id: IDS.team,
      team_domain: 'riverside-runners',
      channel_id: IDS.general,
      channel_name: 'general',
      user_id: IDS.ana,
      user_name: 'ana',
      command: '/astral',
      text: `log 8 km &amp; "&lt;fast&gt;" with <@${IDS.ben}|ben>`,
      api_app_id: 'A0ASTRAL01',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining(`${sandbox.url}/response/`),
      trigger_id: expect.any(String),
    })
  })

  it('that nobody registered is refused by Slack itself', async () => {
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/xyz')).toEqual({
      ok: false,
      error: 'invalid_command',
      message: '/xyz is not a valid command',
    })
    expect(app.envelopes).toEqual([])
  })

  it('does not work in threads', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'a')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral', ts)).toMatchObject({
      error: 'not_in_threads',
    })
  })

  it('is not there for people of another workspace', async () => {
    expect(await sandbox.desk.type(IDS.outsider, IDS.track, '/astral')).toMatchObject({
      error: 'invalid_command',
    })
  })

  it('is not answered with a message that Slack would refuse', async () => {
    app.answer = () => ({ blocks: times(51, divider) })
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'invalid_blocks',
    })
    expect(sandbox.desk.deliveries()[0]).toMatchObject({ outcome: 'failed' })
  })

  it.each([
    ['a bot', IDS.robot, 'user_is_bot'],
    ['a deactivated person', IDS.leaver, 'account_inactive'],
    ['nobody', 'U0NOBODY01', 'user_not_found'],
  ])('is not typed by %s', async (_who, id, error) => {
    expect(await sandbox.desk.type(id, IDS.general, '/astral')).toMatchObject({ error })
  })
})

describe('block_actions', () => {
  it('of a message name the message, the channel and the button', async () => {
    const place = await posted(actions(button({ action_id: 'a', value: 'v', style: 'primary' })))
    expect(await sandbox.desk.act(IDS.ana, place, REF, null, {})).toEqual({ ok: true })
    expect(latest(app, 'block_actions')).toMatchObject({
      type: 'block_actions',
      team: { id: IDS.team, domain: 'riverside-runners' },
      user: { id: IDS.ana, username: 'ana', name: 'ana', team_id: IDS.team },
      api_app_id: 'A0ASTRAL01',
      container: { type: 'message', message_ts: place.ts, channel_id: IDS.general, is_ephemeral: false },
      channel: { id: IDS.general, name: 'general' },
      message: { ts: place.ts, bot_id: 'B0ASTRAL01' },
      state: { values: {} },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
      is_enterprise_install: false,
      actions: [
        {
          type: 'button',
          action_id: 'a',
          block_id: 'b',
          value: 'v',
          style: 'primary',
          text: plain('Go'),
          action_ts: expect.any(String),
        },
      ],
    })
  })

  it('of an ephemeral message say so and carry no message', async () => {
    const blocks = [at(actions(button({ action_id: 'a' })))]
    const shown = await sandbox.call('chat.postEphemeral', {
      channel: IDS.general,
      user: IDS.ana,
      text: 'a',
      blocks,
    })
    const place = { kind: 'message', channel: IDS.general, ts: String(shown.message_ts) } as const
    expect(await sandbox.desk.act(IDS.ben, place, REF, null, {})).toMatchObject({
      error: 'message_not_found',
    })
    await sandbox.desk.act(IDS.ana, place, REF, null, {})
    const payload = latest(app, 'block_actions')
    expect(payload.container).toMatchObject({ is_ephemeral: true })
    expect(payload.message).toBeUndefined()
  })

  it('of a modal name the view with its state', async () => {
    const id = await modal([
      at(actions(button({ action_id: 'a' }))),
      { ...input(typing({ action_id: 'n' })), block_id: 'name' },
    ])
    await sandbox.desk.act(IDS.coach, { kind: 'view', viewId: id }, REF, null, { name: { n: 'Tuesday' } })
    const payload = latest(app, 'block_actions')
    expect(payload).toMatchObject({
      container: { type: 'view', view_id: id },
      view: {
        id,
        callback_id: 'form',
        state: { values: { name: { n: { type: 'plain_text_input', value: 'Tuesday' } } } },
      },
    })
    expect(payload.channel).toBeUndefined()
    expect(payload.response_url).toBeUndefined()
  })

  it('of Home name the Home', async () => {
    const view = { type: 'home', blocks: [at(actions(button({ action_id: 'a' })))] }
    await sandbox.call('views.publish', { user_id: IDS.ana, view })
    const viewId = sandbox.desk.home(IDS.ana)?.id ?? ''
    expect(await sandbox.desk.act(IDS.ana, { kind: 'view', viewId }, REF, null, {})).toEqual({ ok: true })
    expect(latest(app, 'block_actions')).toMatchObject({
      container: { type: 'view', view_id: viewId },
      view: { type: 'home' },
    })
  })

  it.each<[string, Block, RawValue, Block]>([
    ['a select', select({ action_id: 'a' }), 'o1', { selected_option: option('o1') }],
    [
      'an overflow menu',
      { type: 'overflow', action_id: 'a', options: options(2) },
      'o0',
      { selected_option: option('o0') },
    ],
    ['a person', { type: 'users_select', action_id: 'a' }, IDS.ben, { selected_user: IDS.ben }],
    ['a date', { type: 'datepicker', action_id: 'a' }, '2026-11-16', { selected_date: '2026-11-16' }],
    [
      'ticks',
      { type: 'checkboxes', action_id: 'a', options: options(3) },
      ['o2', 'o0'],
      { selected_options: [option('o0'), option('o2')] },
    ],
  ])('of %s say what was chosen', async (_what, element, value, chosen) => {
    const place = await posted(accessory(element))
    expect(await sandbox.desk.act(IDS.ana, place, REF, value, {})).toEqual({ ok: true })
    expect(latest(app, 'block_actions').actions).toMatchObject([{ type: element.type, ...chosen }])
  })

  it('come from elements that are there', async () => {
    const place = await posted(actions(button({ action_id: 'a' })))
    const wrong = { blockId: 'b', actionId: 'other' }
    expect(await sandbox.desk.act(IDS.ana, place, wrong, null, {})).toMatchObject({
      error: 'no_such_element',
    })
    const chosen = await posted(accessory(select({ action_id: 'a' })))
    expect(await sandbox.desk.act(IDS.ana, chosen, REF, 'o9', {})).toMatchObject({ error: 'no_such_option' })
  })

  it('must be acknowledged without an answer', async () => {
    answerNext('block_actions', { text: 'unasked' })
    await sandbox.desk.act(IDS.ana, await posted(actions(button({ action_id: 'a' }))), REF, null, {})
    expect(sandbox.desk.deliveries().at(-1)).toMatchObject({ outcome: 'failed' })
  })
})

describe('the state of a form', () => {
  it.each<[string, Block, RawValue, Block]>([
    ['text', typing(), 'abc', { value: 'abc' }],
    ['no text', typing(), '', { value: null }],
    ['a number', number(), '8.2', { value: '8.2' }],
    ['an e-mail address', { type: 'email_text_input' }, 'a@b.example', { value: 'a@b.example' }],
    ['an address', { type: 'url_text_input' }, 'https://a.example', { value: 'https://a.example' }],
    ['a choice', select(), 'o1', { selected_option: option('o1') }],
    ['no choice', select(), null, { selected_option: null }],
    [
      'choices',
      { type: 'multi_static_select', options: options(3) },
      ['o1', 'o2'],
      { selected_options: [option('o1'), option('o2')] },
    ],
    [
      'a radio button',
      { type: 'radio_buttons', options: options(2) },
      'o0',
      { selected_option: option('o0') },
    ],
    ['ticks', { type: 'checkboxes', options: options(2) }, [], { selected_options: [] }],
    ['a person', { type: 'users_select' }, IDS.ana, { selected_user: IDS.ana }],
    ['people', { type: 'multi_users_select' }, [IDS.ana], { selected_users: [IDS.ana] }],
    ['a channel', { type: 'channels_select' }, IDS.general, { selected_channel: IDS.general }],
    ['channels', { type: 'multi_channels_select' }, [IDS.general], { selected_channels: [IDS.general] }],
    ['a conversation', { type: 'conversations_select' }, IDS.general, { selected_conversation: IDS.general }],
    [
      'conversations',
      { type: 'multi_conversations_select' },
      [IDS.general],
      { selected_conversations: [IDS.general] },
    ],
    ['a day', { type: 'datepicker' }, '2026-11-16', { selected_date: '2026-11-16' }],
    ['a time', { type: 'timepicker' }, '07:30', { selected_time: '07:30' }],
    ['an instant', { type: 'datetimepicker' }, '1763280000', { selected_date_time: 1_763_280_000 }],
  ])('holds %s in Slack’s shape', async (_what, element, raw, held) => {
    const id = await form(element, { optional: true })
    expect(await sandbox.desk.submit(IDS.coach, id, { b: { a: raw } })).toEqual({ ok: true })
    expect(latest(app, 'view_submission')).toMatchObject({
      view: { state: { values: { b: { a: { type: element.type, ...held } } } } },
    })
  })

  it('holds what the app filled in where nobody touched it', async () => {
    const id = await modal([
      { ...input(typing({ action_id: 'a', initial_value: 'old' })), block_id: 'text' },
      { ...input(select({ action_id: 'a', initial_option: option('o1') })), block_id: 'choice' },
    ])
    await sandbox.desk.submit(IDS.coach, id, {})
    expect(latest(app, 'view_submission')).toMatchObject({
      view: {
        state: {
          values: { text: { a: { value: 'old' } }, choice: { a: { selected_option: option('o1') } } },
        },
      },
    })
  })

  it('starts with the conversation the modal was opened from', async () => {
    const id = await form({
      type: 'conversations_select',
      default_to_current_conversation: true,
      response_url_enabled: true,
    })
    await sandbox.desk.submit(IDS.coach, id, {})
    expect(latest(app, 'view_submission')).toMatchObject({
      view: { state: { values: { b: { a: { selected_conversation: IDS.general } } } } },
      response_urls: [
        { block_id: 'b', action_id: 'a', channel_id: IDS.general, response_url: expect.any(String) },
      ],
    })
  })
})

describe('a form', () => {
  it.each<[string, Block, RawValue, RawValue]>([
    ['what is required', typing(), null, 'a'],
    ['a choice that is required', select(), null, 'o0'],
    ['the least length', typing({ min_length: 3 }), 'ab', 'abc'],
    ['the greatest length', typing({ max_length: 3 }), 'abcd', 'abc'],
    ['an e-mail address', { type: 'email_text_input' }, 'nobody', 'a@b.example'],
    ['an address', { type: 'url_text_input' }, 'nowhere', 'https://a.example'],
    ['a number', number(), 'eight', '8'],
    ['a whole number', number({ is_decimal_allowed: false }), '8.5', '8'],
    ['the least number', number({ min_value: '1' }), '0', '1'],
    ['the greatest number', number({ max_value: '9' }), '10', '9'],
    [
      'as many choices as allowed',
      { type: 'multi_users_select', max_selected_items: 1 },
      [IDS.ana, IDS.ben],
      [IDS.ana],
    ],
  ])('is sent only with %s', async (_what, element, wrong, right) => {
    const id = await form(element)
    const refused = await sandbox.desk.submit(IDS.coach, id, { b: { a: wrong } })
    expect(refused).toMatchObject({ ok: false, error: 'invalid_input' })
    expect(Object.keys(sandbox.desk.modals(IDS.coach)[0]?.errors ?? {})).toEqual(['b'])
    expect(app.envelopes.filter(each => each.payload.type === 'view_submission')).toEqual([])
    expect(await sandbox.desk.submit(IDS.coach, id, { b: { a: right } })).toEqual({ ok: true })
  })

  it('shows the errors of the app at its inputs, and is taken when they are gone', async () => {
    const id = await form(typing())
    answerNext('view_submission', { response_action: 'errors', errors: { b: 'Taken.' } })
    expect(await sandbox.desk.submit(IDS.coach, id, { b: { a: 'x' } })).toEqual({ ok: true })
    expect(sandbox.desk.modals(IDS.coach)[0]).toMatchObject({ errors: { b: 'Taken.' }, isBusy: false })
    answerNext('view_submission', undefined)
    await sandbox.desk.submit(IDS.coach, id, { b: { a: 'y' } })
    expect(sandbox.desk.modals(IDS.coach)).toEqual([])
  })

  it('is updated, pushed upon and cleared as the app answers', async () => {
    const id = await modal([section()])
    const view = (title: string) => ({
      type: 'modal',
      title: plain(title),
      submit: plain('Save'),
      blocks: [divider()],
    })
    const titles = () => sandbox.desk.modals(IDS.coach).map(each => each.title)
    answerNext('view_submission', { response_action: 'update', view: view('Updated') })
    await sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual(['Updated'])
    answerNext('view_submission', { response_action: 'push', view: view('Pushed') })
    await sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual(['Updated', 'Pushed'])
    const top = sandbox.desk.modals(IDS.coach)[1]?.id ?? ''
    expect(await sandbox.desk.submit(IDS.coach, id, {})).toMatchObject({ error: 'not_found' })
    answerNext('view_submission', undefined)
    await sandbox.desk.submit(IDS.coach, top, {})
    expect(titles()).toEqual(['Updated'])
    answerNext('view_submission', { response_action: 'clear' })
    await sandbox.desk.submit(IDS.coach, id, {})
    expect(titles()).toEqual([])
  })

  it.each([
    [
      'errors of a block that is no input',
      { response_action: 'errors', errors: { other: 'No.' } },
      'invalid_errors',
    ],
    ['no errors', { response_action: 'errors', errors: {} }, 'invalid_errors'],
    ['errors without words', { response_action: 'errors', errors: { b: '' } }, 'invalid_errors'],
    [
      'a broken view',
      { response_action: 'update', view: { type: 'modal', blocks: [] } },
      'invalid_arguments',
    ],
    ['an unknown action', { response_action: 'close' }, 'invalid_response_action'],
    ['something else', { text: 'Done' }, 'invalid_response_action'],
  ])('is not answered with %s', async (_what, payload, error) => {
    const id = await form(typing())
    answerNext('view_submission', payload)
    expect(await sandbox.desk.submit(IDS.coach, id, { b: { a: 'x' } })).toMatchObject({ ok: false, error })
    expect(sandbox.desk.deliveries().at(-1)).toMatchObject({ kind: 'view_submission', outcome: 'failed' })
    expect(sandbox.desk.modals(IDS.coach)).toMatchObject([{ id, isBusy: false }])
  })

  it('tells that it was closed only when it is asked to', async () => {
    await sandbox.desk.close(IDS.coach, await modal([divider()]))
    expect(() => latest(app, 'view_closed')).toThrow()
    const id = await modal([divider()], { notify_on_close: true, private_metadata: 'm' })
    await sandbox.desk.close(IDS.coach, id)
    expect(latest(app, 'view_closed')).toMatchObject({
      is_cleared: false,
      view: { id, private_metadata: 'm' },
    })
    expect(await sandbox.desk.close(IDS.coach, id)).toMatchObject({ error: 'not_found' })
  })
})

describe('options that the app gives', () => {
  const asking = (more: Block = {}) => accessory({ type: 'external_select', action_id: 'a', ...more })

  it('are asked for from the third letter on', async () => {
    answerNext('block_suggestion', {
      options: [option('Tuesday'), option('Track', { description: plain('fast') })],
    })
    const place = await posted(asking())
    expect(await sandbox.desk.suggest(IDS.ana, place, REF, 'tu')).toEqual([])
    expect(() => latest(app, 'block_suggestion')).toThrow()
    expect(await sandbox.desk.suggest(IDS.ana, place, REF, 'tue')).toEqual([
      { text: 'Tuesday', value: 'Tuesday' },
      { text: 'Track', value: 'Track', description: 'fast' },
    ])
    expect(latest(app, 'block_suggestion')).toMatchObject({
      value: 'tue',
      action_id: 'a',
      block_id: 'b',
      container: { type: 'message' },
    })
    await sandbox.desk.act(IDS.ana, place, REF, 'Tuesday', {})
    expect(latest(app, 'block_actions').actions).toMatchObject([{ selected_option: option('Tuesday') }])
  })

  it('come in groups', async () => {
    answerNext('block_suggestion', { option_groups: [{ label: plain('Groups'), options: [option('one')] }] })
    const place = await posted(asking({ min_query_length: 0 }))
    expect(await sandbox.desk.suggest(IDS.ana, place, REF, '')).toEqual([
      { text: 'one', value: 'one', group: 'Groups' },
    ])
  })

  it.each([
    ['more than a hundred', { options: options(101) }],
    ['without text', { options: [{ value: 'a' }] }],
    ['nothing at all', undefined],
  ])('are refused when they are %s', async (_what, payload) => {
    answerNext('block_suggestion', payload)
    const place = await posted(asking({ min_query_length: 0 }))
    expect(await sandbox.desk.suggest(IDS.ana, place, REF, '')).toEqual([])
    expect(sandbox.desk.deliveries().at(-1)).toMatchObject({ kind: 'block_suggestion', outcome: 'failed' })
  })
})

describe('a shortcut', () => {
  it('from anywhere carries a trigger and no channel', async () => {
    expect(await sandbox.desk.runShortcut(IDS.ana, 'log_run')).toEqual({ ok: true })
    const payload = latest(app, 'shortcut')
    expect(payload).toMatchObject({
      callback_id: 'log_run',
      user: { id: IDS.ana },
      trigger_id: expect.any(String),
    })
    expect(payload.channel).toBeUndefined()
  })

  it('on a message carries the message', async () => {
    await sandbox.desk.type(IDS.ben, IDS.general, 'ran 8 km')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts ?? ''
    expect(await sandbox.desk.runShortcut(IDS.ana, 'count_run', { channel: IDS.general, ts })).toEqual({
      ok: true,
    })
    expect(latest(app, 'message_action')).toMatchObject({
      callback_id: 'count_run',
      channel: { id: IDS.general },
      message_ts: ts,
      message: { text: 'ran 8 km', user: IDS.ben },
      response_url: expect.any(String),
    })
  })

  it('is one the app registered, for its place', async () => {
    expect(await sandbox.desk.runShortcut(IDS.ana, 'other')).toMatchObject({ error: 'no_such_shortcut' })
    expect(await sandbox.desk.runShortcut(IDS.ana, 'count_run')).toMatchObject({ error: 'no_such_shortcut' })
  })
})
