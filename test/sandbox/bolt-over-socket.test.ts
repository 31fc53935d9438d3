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
})
