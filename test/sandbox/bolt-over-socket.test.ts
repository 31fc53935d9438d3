import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boltApp } from './bolt-for-tests.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

describe('Bolt over Socket Mode', () => {
  let sandbox: TestSandbox
  let app: App
  beforeEach(async () => {
    sandbox = await testSandbox()
    app = boltApp(sandbox)
    await app.start()
  })
  afterEach(async () => {
    await app.stop()
    await sandbox.close()
  })

  it('answers a command to the caller alone', async () => {
    app.command('/astral', async ({ ack, command }) => {
      await ack({ text: `You said ${command.text}` })
    })
    const outcome = await sandbox.desk.type(IDS.coach, IDS.track, '/astral hello @ana in #general')
    expect(outcome).toEqual({ ok: true })
    const [message] = sandbox.desk.messages(IDS.coach, IDS.track)
    expect(message?.text).toBe(`You said hello <@${IDS.ana}|ana> in <#${IDS.general}|general>`)
    expect(message?.ephemeralFor).toBe(IDS.coach)
    expect(sandbox.desk.messages(IDS.ana, IDS.track)).toEqual([])
  })

  it('publishes Home, uploads a picture and shows it when it is ready', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(8)])
    app.event('app_home_opened', async ({ event, client }) => {
      const uploaded = await client.filesUploadV2({ file: png, filename: 'week.png' })
      const [group] = uploaded.files as { files: { id: string }[] }[]
      const picture = {
        type: 'image' as const,
        slack_file: { id: group?.files[0]?.id ?? '' },
        alt_text: 'Week',
      }
      const publish = () =>
        client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [picture] } })
      await publish().catch(() => sandbox.clock.advance(1_000))
      await publish()
    })
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.home(IDS.ana) !== null)
    expect(sandbox.desk.calls().map(call => [call.method, call.ok])).toContainEqual(['views.publish', false])
    expect(sandbox.desk.home(IDS.ana)?.blocks).toMatchObject([{ type: 'image', alt_text: 'Week' }])
  })

  it('skips what the app itself posts', async () => {
    const heard: string[] = []
    app.message(async ({ message }) => {
      if ('text' in message) heard.push(message.text ?? '')
    })
    const channel = sandbox.desk.openDirectMessage(IDS.ana, IDS.bot)
    await sandbox.call('chat.postMessage', { channel, text: 'from the app' })
    await sandbox.desk.type(IDS.ana, channel, 'from Ana')
    await sandbox.desk.until(() => heard.length > 0)
    expect(heard).toEqual(['from Ana'])
  })

  it('waits as it is told when it posts too fast', async () => {
    await app.client.chat.postMessage({ channel: IDS.general, text: 'one' })
    const second = app.client.chat.postMessage({ channel: IDS.general, text: 'two' })
    await sandbox.desk.until(() => sandbox.desk.calls().some(call => call.error === 'ratelimited'))
    sandbox.clock.advance(1_000)
    await second
    expect(sandbox.desk.messages(IDS.ana, IDS.general).map(each => each.text)).toEqual(['one', 'two'])
  })

  it('stops within a moment, and so does the sandbox', async () => {
    const startedAt = performance.now()
    await app.stop()
    await sandbox.close()
    expect(performance.now() - startedAt).toBeLessThan(100)
    sandbox = await testSandbox()
    app = boltApp(sandbox)
    await app.start()
  })
})
