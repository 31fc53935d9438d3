import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actions, button, divider, input, option, typing } from './samples.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
let server: Server
let app: App
let requestUrl: string

beforeEach(async () => {
  // Bolt checks the age of a signature against the real clock.
  sandbox = await testSandbox({ now: Date.now, timing: { ackMs: 500, retryDelaysMs: [0] } })
  const receiver = new HTTPReceiver({ signingSecret: sandbox.signingSecret, logLevel: LogLevel.ERROR })
  app = new App({
    authorize: async () => ({ botToken: sandbox.botToken, botId: 'B0ASTRAL01', botUserId: IDS.bot }),
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, timeout: 2_000 },
  })
  server = createServer((req, res) => receiver.requestListener(req, res))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  sandbox.setDelivery({ kind: 'http', requestUrl })
})

afterEach(async () => {
  await sandbox.close()
  const closed = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await closed
})

describe('Bolt over signed HTTP', () => {
  it('answers the challenge', async () => {
    await expect(sandbox.verifyRequestUrl()).resolves.toBeUndefined()
  })

  it('answers a command with text, with a message, and with nothing', async () => {
    const answers = ['Words', { text: 'All', response_type: 'in_channel' as const }, undefined]
    app.command('/astral', async ({ ack }) => {
      await ack(answers.shift())
    })
    for (let count = 0; count < 3; count += 1)
      expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral x')).toEqual({ ok: true })
    expect(sandbox.desk.messages(IDS.ben, IDS.general).map(each => each.text)).toEqual(['/astral x', 'All'])
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({
      text: 'Words',
      ephemeralFor: IDS.ana,
    })
  })

  it('opens a modal, shows errors in it and takes it', async () => {
    app.command('/astral', async ({ ack, command, client }) => {
      await ack()
      await client.views.open({
        trigger_id: command.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: { type: 'plain_text', text: 'Form' },
          submit: { type: 'plain_text', text: 'Save' },
          blocks: [{ ...input(typing({ action_id: 'name' })), block_id: 'name' }],
        } as never,
      })
    })
    app.view('form', async ({ ack, view }) => {
      const name = view.state.values.name?.name?.value
      if (name === 'taken') await ack({ response_action: 'errors', errors: { name: 'That name is taken.' } })
      else await ack()
    })
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
    await sandbox.desk.until(() => sandbox.desk.modals(IDS.ana).length === 1)
    const id = sandbox.desk.modals(IDS.ana)[0]?.id ?? ''
    expect(await sandbox.desk.submit(IDS.ana, id, { name: { name: 'taken' } })).toEqual({ ok: true })
    expect(sandbox.desk.modals(IDS.ana)[0]?.errors).toEqual({ name: 'That name is taken.' })
    expect(await sandbox.desk.submit(IDS.ana, id, { name: { name: 'free' } })).toEqual({ ok: true })
    expect(sandbox.desk.modals(IDS.ana)).toEqual([])
  })

  it('hears a button and changes the message', async () => {
    app.action('press', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Pressed', replace_original: true })
    })
    const blocks = [{ ...actions(button({ action_id: 'press' })), block_id: 'row' }]
    const { ts } = await sandbox.call('chat.postMessage', { channel: IDS.general, text: 'a', blocks })
    const place = { kind: 'message', channel: IDS.general, ts: String(ts) } as const
    expect(await sandbox.desk.act(IDS.ana, place, { blockId: 'row', actionId: 'press' }, null, {})).toEqual({
      ok: true,
    })
    await sandbox.desk.until(() => sandbox.desk.messages(IDS.ana, IDS.general)[0]?.text === 'Pressed')
  })

  it('offers options', async () => {
    app.options('group', async ({ ack, options }) => {
      await ack({ options: [option(`${options.value} one`), option(`${options.value} two`)] as never })
    })
    const blocks = [
      { ...actions({ type: 'external_select', action_id: 'group', min_query_length: 1 }), block_id: 'row' },
    ]
    const { ts } = await sandbox.call('chat.postMessage', { channel: IDS.general, text: 'a', blocks })
    const place = { kind: 'message', channel: IDS.general, ts: String(ts) } as const
    expect(await sandbox.desk.suggest(IDS.ana, place, { blockId: 'row', actionId: 'group' }, 'tue')).toEqual([
      { text: 'tue one', value: 'tue one' },
      { text: 'tue two', value: 'tue two' },
    ])
  })

  it('hears events', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [divider()] as never },
      })
    })
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.home(IDS.ana) !== null)
    expect(sandbox.desk.deliveries()[0]).toMatchObject({ kind: 'event', outcome: 'acknowledged' })
  })

  it('refuses a wrong signature, and the event comes again with its number and reason', async () => {
    sandbox.setDelivery({ kind: 'http', requestUrl, signingSecret: 'wrong' })
    const seen: (string | undefined)[][] = []
    server.prependListener('request', req => {
      seen.push([
        String(req.headers['x-slack-retry-num'] ?? ''),
        String(req.headers['x-slack-retry-reason'] ?? ''),
      ])
    })
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.deliveries().length === 2)
    expect(sandbox.desk.deliveries().map(each => each.outcome)).toEqual(['failed', 'failed'])
    expect(seen).toEqual([
      ['', ''],
      ['1', 'http_error'],
    ])
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'dispatch_failed',
    })
  })

  it('that never acknowledges times out', async () => {
    app.command('/astral', async () => {})
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'operation_timeout',
    })
  })

  it('is delivered to on this machine only', () => {
    expect(() =>
      sandbox.setDelivery({ kind: 'http', requestUrl: 'https://example.com/slack/events' }),
    ).toThrow('loopback')
  })
})

describe('a form over signed HTTP', () => {
  it('says exactly what kind of body it has', async () => {
    const types: string[] = []
    server.prependListener('request', req => types.push(String(req.headers['content-type'])))
    app.command('/astral', async ({ ack }) => ack())
    app.shortcut('log_run', async ({ ack }) => ack())
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
    await sandbox.desk.runShortcut(IDS.ana, 'log_run')
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.deliveries().length === 3)
    expect(types).toEqual([
      'application/x-www-form-urlencoded',
      'application/x-www-form-urlencoded',
      'application/json',
    ])
  })
})
