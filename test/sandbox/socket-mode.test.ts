import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { connect, type WireApp } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
const apps: WireApp[] = []
beforeEach(async () => {
  sandbox = await testSandbox({ timing: { ackMs: 200, retryDelaysMs: [] } })
})
afterEach(async () => {
  await Promise.all(apps.splice(0).map(each => each.close()))
  await sandbox.close()
})

async function connected(): Promise<WireApp> {
  const app = await connect(sandbox)
  apps.push(app)
  return app
}

describe('a Socket Mode connection', () => {
  it('is greeted', async () => {
    const app = await connected()
    expect(app.frames[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0ASTRAL01' },
    })
    expect(sandbox.desk.app().isConnected).toBe(true)
  })

  it('is opened by a ticket that holds once', async () => {
    const { url } = await sandbox.call('apps.connections.open', {}, sandbox.appToken)
    const first = new WebSocket(String(url))
    await once(first, 'open')
    const second = new WebSocket(String(url))
    const [error] = await once(second, 'error')
    expect(String(error)).toContain('401')
    const closed = once(first, 'close')
    first.close()
    await closed
  })

  it('is one of ten at most', async () => {
    for (let count = 0; count < 10; count += 1) await connected()
    const { url } = await sandbox.call('apps.connections.open', {}, sandbox.appToken)
    const eleventh = new WebSocket(String(url))
    const [data] = await once(eleventh, 'message')
    expect(JSON.parse(String(data))).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
    await once(eleventh, 'close')
  })

  it('shares the payloads with the others, each to one', async () => {
    const both = [await connected(), await connected()]
    for (let count = 0; count < 4; count += 1) await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
    expect(both.map(each => each.envelopes.length)).toEqual([2, 2])
  })

  it('says whether an answer is wanted', async () => {
    const app = await connected()
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => app.envelopes.length === 2)
    expect(app.envelopes.map(each => [each.type, each.accepts_response_payload])).toEqual([
      ['slash_commands', true],
      ['events_api', false],
    ])
  })

  it('must not answer where no answer is wanted', async () => {
    const app = await connected()
    app.answer = () => ({ text: 'unasked' })
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.deliveries().length === 1)
    expect(sandbox.desk.deliveries()[0]).toMatchObject({ outcome: 'failed' })
  })

  it('that breaks fails what was on its way', async () => {
    const app = await connected()
    app.answer = () => {
      app.socket.terminate()
      return false
    }
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'dispatch_failed',
    })
    expect(sandbox.desk.app().isConnected).toBe(false)
  })

  it('is asked to renew itself', async () => {
    const app = await connected()
    const heard = once(app.socket, 'message')
    sandbox.disconnectSockets('refresh_requested')
    await heard
    expect(app.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  })

  it('answers pings', async () => {
    const app = await connected()
    const pong = once(app.socket, 'pong')
    app.socket.ping('hi')
    expect(String((await pong)[0])).toBe('hi')
  })

  it('is closed with the whole handshake', async () => {
    const app = await connected()
    const closed = once(app.socket, 'close')
    await sandbox.close()
    expect((await closed)[0]).toBe(1000)
    sandbox = await testSandbox()
  })
})
