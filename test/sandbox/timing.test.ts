import { afterEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { actions, button, divider, plain } from './samples.ts'
import { connect, type WireApp } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
let app: WireApp | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
  await sandbox.close()
})

async function silent(timing = { ackMs: 30, retryDelaysMs: [0, 0, 0] }): Promise<WireApp> {
  sandbox = await testSandbox({ timing })
  app = await connect(sandbox)
  app.answer = () => false
  return app
}

describe('an app that does not acknowledge', () => {
  it('has three seconds where not told otherwise', async () => {
    sandbox = await testSandbox({ now: Date.now })
    app = await connect(sandbox)
    const { socket } = app
    app.answer = ({ envelope_id, payload }) => {
      if (payload.text === 'late') return false
      setTimeout(() => socket.send(JSON.stringify({ envelope_id })), SLACK_LIMITS.time.ack_ms - 200)
      return false
    }
    const [inTime, late] = await Promise.all([
      sandbox.desk.type(IDS.ana, IDS.general, '/astral in time'),
      sandbox.desk.type(IDS.ben, IDS.general, '/astral late'),
    ])
    expect(inTime).toEqual({ ok: true })
    expect(late).toMatchObject({ ok: false, error: 'operation_timeout' })
    const waited = sandbox.desk.deliveries().find(each => each.summary.endsWith('late'))?.milliseconds ?? 0
    expect(Math.abs(waited - SLACK_LIMITS.time.ack_ms)).toBeLessThan(150)
  })

  it('fails a command', async () => {
    await silent()
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral help')).toEqual({
      ok: false,
      error: 'operation_timeout',
      message: '/astral failed with the error "operation_timeout"',
    })
    expect(sandbox.desk.deliveries()).toMatchObject([
      { kind: 'command', summary: '/astral help', outcome: 'timed-out' },
    ])
  })

  it('fails a button', async () => {
    await silent()
    const blocks = [{ ...actions(button({ action_id: 'press' })), block_id: 'row' }]
    const { ts } = await sandbox.call('chat.postMessage', { channel: IDS.general, text: 'a', blocks })
    const place = { kind: 'message', channel: IDS.general, ts: String(ts) } as const
    const outcome = await sandbox.desk.act(IDS.ana, place, { blockId: 'row', actionId: 'press' }, null, {})
    expect(outcome).toMatchObject({ ok: false, error: 'operation_timeout' })
  })

  it('fails a shortcut', async () => {
    await silent()
    expect(await sandbox.desk.runShortcut(IDS.ana, 'log_run')).toMatchObject({
      ok: false,
      error: 'operation_timeout',
    })
  })

  it('fails a form, which stays open and can be sent again', async () => {
    const wire = await silent()
    wire.answer = () => undefined
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
    const trigger = String(wire.envelopes[0]?.payload.trigger_id)
    const view = { type: 'modal', title: plain('Title'), submit: plain('Save'), blocks: [divider()] }
    await sandbox.call('views.open', { trigger_id: trigger, view })
    wire.answer = () => false
    const id = sandbox.desk.modals(IDS.ana)[0]?.id ?? ''
    expect(await sandbox.desk.submit(IDS.ana, id, {})).toMatchObject({
      ok: false,
      error: 'operation_timeout',
    })
    expect(sandbox.desk.modals(IDS.ana)).toMatchObject([{ id, isBusy: false }])
    wire.answer = () => undefined
    expect(await sandbox.desk.submit(IDS.ana, id, {})).toEqual({ ok: true })
    expect(sandbox.desk.modals(IDS.ana)).toEqual([])
  })

  it('gets an event again three times, with the reason', async () => {
    const wire = await silent()
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.deliveries().length === 4)
    expect(wire.envelopes.map(each => [each.retry_attempt, each.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ])
    const ids = wire.envelopes.map(each => each.payload.event_id)
    expect(new Set(ids).size).toBe(1)
  })

  it('gets an event no more once it acknowledges', async () => {
    const wire = await silent()
    wire.answer = envelope => (envelope.retry_attempt === 1 ? undefined : false)
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.until(() => sandbox.desk.deliveries().some(each => each.outcome === 'acknowledged'))
    expect(wire.envelopes).toHaveLength(2)
  })
})

describe('an app that is not connected', () => {
  it('fails a command at once', async () => {
    sandbox = await testSandbox()
    expect(sandbox.desk.app().isConnected).toBe(false)
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toMatchObject({
      error: 'dispatch_failed',
    })
    expect(sandbox.desk.deliveries()).toMatchObject([{ outcome: 'not-connected' }])
  })

  it('gets the event that it missed when it comes back in time', async () => {
    sandbox = await testSandbox({ timing: { retryDelaysMs: [50] } })
    await sandbox.desk.openHome(IDS.ana)
    app = await connect(sandbox)
    await sandbox.desk.until(() => app?.envelopes.length === 1)
    expect(app.envelopes[0]).toMatchObject({ retry_attempt: 1 })
  })
})
