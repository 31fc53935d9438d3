import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '#config/config.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { type RunningApp, startApp } from '../../src/app.ts'
import { makeDemoClub } from '../../src/cli/demo/demo-club.ts'
import { demoWorkspace } from '../../src/cli/demo/demo-workspace.ts'
import { readManifest } from '../../src/cli/manifest.ts'
import { DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'
import { type KeptLog, quietLogger } from '../fixtures/quiet-logger.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

describe.each(['socket', 'http'] as const)('a workspace connected by tokens over %s', transport => {
  let folder: string
  let slack: Sandbox
  let app: RunningApp
  let log: KeptLog

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'astral-transport-'))
    log = quietLogger()
    slack = await startSandbox({
      port: 0,
      seed: demoWorkspace(makeDemoClub(TEST_NOW), readManifest()),
      now: () => Date.now(),
    })
    const config = readConfig(
      {
        SLACK_BOT_TOKEN: slack.botToken,
        ...(transport === 'socket'
          ? { SLACK_APP_TOKEN: slack.appToken }
          : { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' }),
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: `sqlite:${join(folder, 'club.db')}`,
      },
      [],
    )
    app = await startApp({ config, logger: log })
    if (transport === 'http') {
      const requestUrl = `${app.listensAt}/slack/events`
      await slack.setDelivery({ kind: 'http', requestUrl, signingSecret: slack.signingSecret })
    }
  })
  afterEach(async () => {
    await app.stop()
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is claimed, makes a group by the form, invites, and hears the answer', async () => {
    const { desk } = slack
    expect(app.sandboxUrl).toBeNull()
    expect(await answer(DEMO.coach, '/astral claim WRONG')).toContain('That is not the code')
    expect(await answer(DEMO.coach, `/astral claim ${app.claimCode?.toLowerCase()}`)).toContain(
      'You are head coach',
    )
    expect(await answer(DEMO.newcomer, '/astral group create "Mine"')).toContain(
      'You are not in this club yet',
    )

    await desk.type(DEMO.coach, DEMO.general, '/astral group create')
    await desk.until(() => desk.modals(DEMO.coach).length === 1)
    const state = {
      name: { value: 'Tuesday Track' },
      description: { value: null },
      privacy: { value: 'private' },
    }
    expect(await desk.submit(DEMO.coach, desk.modals(DEMO.coach)[0]?.id ?? '', state)).toEqual({ ok: true })
    expect(desk.modals(DEMO.coach)[0]?.title).toBe('Group created')
    await desk.close(DEMO.coach, desk.modals(DEMO.coach)[0]?.id ?? '')

    expect(await answer(DEMO.coach, '/astral invite @nora "tuesday track"')).toContain('Invited Nora Nykomer')
    const dm = desk.openDirectMessage(DEMO.newcomer, DEMO.astral)
    await desk.until(() => desk.messages(DEMO.newcomer, dm).length === 1)
    const [invitation] = desk.messages(DEMO.newcomer, dm)
    const place = { kind: 'message', channel: dm, ts: invitation?.ts ?? '' } as const
    const accept = { blockId: 'invitation', actionId: 'invitation-accept-and-share' }
    await Promise.all([
      desk.act(DEMO.newcomer, place, accept, null, {}),
      desk.act(DEMO.newcomer, place, accept, null, {}),
    ])
    await desk.until(() => desk.messages(DEMO.newcomer, dm)[0]?.text.includes('You joined') ?? false)

    await desk.openHome(DEMO.newcomer, 'home')
    await desk.until(() => JSON.stringify(desk.home(DEMO.newcomer)?.blocks ?? []).includes('My week'))
    const members = await app.engine.db.selectFrom('group_memberships').selectAll().execute()
    expect(members).toHaveLength(1)
    expect(refusedCalls(desk)).toEqual([])
    expect(log.errors).toEqual([])
  })

  it.runIf(transport === 'http')('takes only requests that Slack signed now', async () => {
    const url = `${app.listensAt}/slack/events`
    expect(await sign(url, 0)).toBe(200)
    expect(await sign(url, -301)).toBe(401)
    expect(await sign(url, +302)).toBe(401)
    expect(await sign(url, 0, 'another secret altogether')).toBe(401)
    expect((await fetch(`${app.listensAt}/health`)).status).toBe(200)
    expect((await fetch(`${app.listensAt}/elsewhere`)).status).toBe(404)
  })

  async function answer(as: string, text: string): Promise<string> {
    const { desk } = slack
    const before = desk.messages(as, DEMO.general).length
    expect(await desk.type(as, DEMO.general, text)).toEqual({ ok: true })
    await desk.until(() => desk.messages(as, DEMO.general).length > before)
    return desk.messages(as, DEMO.general).at(-1)?.text ?? ''
  }

  /** Slack's check of the address, signed `seconds` from now. Gives the HTTP status. */
  async function sign(url: string, seconds: number, secret = slack.signingSecret): Promise<number> {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'here' })
    const at = String(Math.floor(Date.now() / 1000) + seconds)
    const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signature}`,
      },
    })
    return response.status
  }
})
