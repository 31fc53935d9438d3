import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RawValue } from '#sandbox/desk.ts'
import {
  accessory,
  actions,
  type Block,
  button,
  divider,
  input,
  option,
  options,
  plain,
  select,
  times,
  typing,
} from './samples.ts'
import { inB, REF, type Scene, setScene } from './scene.ts'
import { latest } from './wire-app.ts'
import { IDS } from './world-for-tests.ts'

let scene: Scene
beforeEach(async () => {
  scene = await setScene()
})
afterEach(() => scene.close())

describe('a command', () => {
  it('carries everything Slack says', async () => {
    await scene.sandbox.desk.type(IDS.ana, IDS.general, '/astral log 8 km & "<fast>" with @ben')
    expect(latest(scene.app, '/astral')).toEqual({
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
      response_url: expect.stringContaining(`${scene.sandbox.url}/response/`),
      trigger_id: expect.any(String),
    })
  })

  it('that nobody registered is refused by Slack itself', async () => {
    expect(await scene.sandbox.desk.type(IDS.ana, IDS.general, '/xyz')).toEqual({
      ok: false,
      error: 'invalid_command',
      message: '/xyz is not a valid command',
    })
    expect(scene.app.envelopes).toEqual([])
  })

  it('does not work in threads', async () => {
    await scene.sandbox.desk.type(IDS.ana, IDS.general, 'a')
    const ts = scene.sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts
    expect(await scene.sandbox.desk.type(IDS.ana, IDS.general, '/astral', ts)).toMatchObject({
      error: 'not_in_threads',
    })
  })

  it('is not there for people of another workspace', async () => {
    expect(await scene.sandbox.desk.type(IDS.outsider, IDS.track, '/astral')).toMatchObject({
      error: 'invalid_command',
    })
  })

  it('is not answered with a message that Slack would refuse', async () => {
    scene.app.answer = () => ({ blocks: times(51, divider) })
    expect(await scene.sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'invalid_blocks',
    })
    expect(scene.sandbox.desk.deliveries()[0]).toMatchObject({ outcome: 'failed' })
  })

  it.each([
    ['a bot', IDS.robot, 'user_is_bot'],
    ['a deactivated person', IDS.leaver, 'account_inactive'],
    ['nobody', 'U0NOBODY01', 'user_not_found'],
  ])('is not typed by %s', async (_who, id, error) => {
    expect(await scene.sandbox.desk.type(id, IDS.general, '/astral')).toMatchObject({ error })
  })
})

describe('block_actions', () => {
  it('of a message name the message, the channel and the button', async () => {
    const place = await scene.posted(actions(button({ action_id: 'a', value: 'v', style: 'primary' })))
    expect(await scene.sandbox.desk.act(IDS.ana, place, REF, null, {})).toEqual({ ok: true })
    expect(latest(scene.app, 'block_actions')).toMatchObject({
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
    const blocks = [inB(actions(button({ action_id: 'a' })))]
    const shown = await scene.sandbox.call('chat.postEphemeral', {
      channel: IDS.general,
      user: IDS.ana,
      text: 'a',
      blocks,
    })
    const place = { kind: 'message', channel: IDS.general, ts: String(shown.message_ts) } as const
    expect(await scene.sandbox.desk.act(IDS.ben, place, REF, null, {})).toMatchObject({
      error: 'message_not_found',
    })
    await scene.sandbox.desk.act(IDS.ana, place, REF, null, {})
    const payload = latest(scene.app, 'block_actions')
    expect(payload.container).toMatchObject({ is_ephemeral: true })
    expect(payload.message).toBeUndefined()
  })

  it('of a modal name the view with its state', async () => {
    const id = await scene.modal([
      inB(actions(button({ action_id: 'a' }))),
      { ...input(typing({ action_id: 'n' })), block_id: 'name' },
    ])
    await scene.sandbox.desk.act(IDS.coach, { kind: 'view', viewId: id }, REF, null, {
      name: { n: 'Tuesday' },
    })
    const payload = latest(scene.app, 'block_actions')
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
    const view = { type: 'home', blocks: [inB(actions(button({ action_id: 'a' })))] }
    await scene.sandbox.call('views.publish', { user_id: IDS.ana, view })
    const viewId = scene.sandbox.desk.home(IDS.ana)?.id ?? ''
    expect(await scene.sandbox.desk.act(IDS.ana, { kind: 'view', viewId }, REF, null, {})).toEqual({
      ok: true,
    })
    expect(latest(scene.app, 'block_actions')).toMatchObject({
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
    const place = await scene.posted(accessory(element))
    expect(await scene.sandbox.desk.act(IDS.ana, place, REF, value, {})).toEqual({ ok: true })
    expect(latest(scene.app, 'block_actions').actions).toMatchObject([{ type: element.type, ...chosen }])
  })

  it('come from elements that are there', async () => {
    const place = await scene.posted(actions(button({ action_id: 'a' })))
    const wrong = { blockId: 'b', actionId: 'other' }
    expect(await scene.sandbox.desk.act(IDS.ana, place, wrong, null, {})).toMatchObject({
      error: 'no_such_element',
    })
    const chosen = await scene.posted(accessory(select({ action_id: 'a' })))
    expect(await scene.sandbox.desk.act(IDS.ana, chosen, REF, 'o9', {})).toMatchObject({
      error: 'no_such_option',
    })
  })

  it('must be acknowledged without an answer', async () => {
    scene.answerNext('block_actions', { text: 'unasked' })
    await scene.sandbox.desk.act(
      IDS.ana,
      await scene.posted(actions(button({ action_id: 'a' }))),
      REF,
      null,
      {},
    )
    expect(scene.sandbox.desk.deliveries().at(-1)).toMatchObject({ outcome: 'failed' })
  })
})

describe('a person of another workspace', () => {
  it('may press a button in a shared channel, and is known by their own team', async () => {
    const { sandbox, app } = scene
    await sandbox.desk.joinChannel(IDS.bot, IDS.track)
    const blocks = [inB(actions(button({ action_id: 'a' })))]
    const { ts } = await sandbox.call('chat.postMessage', { channel: IDS.track, text: 'a', blocks })
    const place = { kind: 'message', channel: IDS.track, ts: String(ts) } as const
    expect(await sandbox.desk.act(IDS.outsider, place, REF, null, {})).toEqual({ ok: true })
    expect(latest(app, 'block_actions')).toMatchObject({
      team: { id: IDS.team },
      user: { id: IDS.outsider, team_id: 'T0OTHER001' },
    })
  })

  it('has no Home of the app and no shortcuts', async () => {
    expect(await scene.sandbox.desk.openHome(IDS.outsider)).toMatchObject({ error: 'not_enabled' })
    expect(await scene.sandbox.desk.runShortcut(IDS.outsider, 'log_run')).toMatchObject({
      error: 'no_such_shortcut',
    })
  })
})
