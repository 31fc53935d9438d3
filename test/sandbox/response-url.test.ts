import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { actions, button, divider, section, times } from './samples.ts'
import { connect, latest, type WireApp } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

const MINUTES = SLACK_LIMITS.time.response_url_minutes
const USES = SLACK_LIMITS.time.response_url_uses

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

const press = [{ ...actions(button({ action_id: 'press' })), block_id: 'row' }]
const seen = (as: string = IDS.ana) => sandbox.desk.messages(as, IDS.general)

async function answer(url: string, body: unknown) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

async function ofCommand(): Promise<string> {
  await sandbox.desk.type(IDS.ana, IDS.general, '/astral')
  return String(latest(app, '/astral').response_url)
}

async function ofClick(ts: string): Promise<string> {
  const place = { kind: 'message', channel: IDS.general, ts } as const
  await sandbox.desk.act(IDS.ana, place, { blockId: 'row', actionId: 'press' }, null, {})
  return String(latest(app, 'block_actions').response_url)
}

async function message(): Promise<string> {
  const posted = await sandbox.call('chat.postMessage', {
    channel: IDS.general,
    text: 'Choose',
    blocks: press,
  })
  sandbox.clock.advance(1_000)
  return String(posted.ts)
}

async function ephemeral(): Promise<string> {
  const shown = await sandbox.call('chat.postEphemeral', {
    channel: IDS.general,
    user: IDS.ana,
    text: 'Choose',
    blocks: press,
  })
  return String(shown.message_ts)
}

describe('a response_url', () => {
  it('can be used five times', async () => {
    const url = await ofCommand()
    for (let use = 1; use <= USES; use += 1) {
      expect(await answer(url, { text: `${use}` })).toEqual({ status: 200, text: 'ok' })
    }
    expect(await answer(url, { text: 'once more' })).toEqual({ status: 404, text: 'used_url' })
    expect(seen()).toHaveLength(USES)
    expect(sandbox.desk.calls().at(-1)).toMatchObject({
      method: 'response_url',
      ok: false,
      error: 'used_url',
    })
  })

  it('lives thirty minutes', async () => {
    const url = await ofCommand()
    sandbox.clock.advance(MINUTES * 60_000)
    expect(await answer(url, { text: 'in time' })).toMatchObject({ status: 200 })
    sandbox.clock.advance(1)
    expect(await answer(url, { text: 'late' })).toEqual({ status: 404, text: 'expired_url' })
  })

  it('is not made up', async () => {
    expect(await answer(`${sandbox.url}/response/nonsense`, { text: 'a' })).toMatchObject({ status: 404 })
  })

  it('answers the one person, where not told otherwise', async () => {
    await answer(await ofCommand(), { text: 'psst' })
    expect(seen()[0]).toMatchObject({ text: 'psst', ephemeralFor: IDS.ana })
    expect(seen(IDS.ben)).toEqual([])
  })

  it('answers everybody when told so, at the channel’s pace', async () => {
    const url = await ofCommand()
    expect(await answer(url, { text: 'all', response_type: 'in_channel' })).toMatchObject({ status: 200 })
    expect(await answer(url, { text: 'all', response_type: 'in_channel' })).toMatchObject({ status: 429 })
    expect(seen(IDS.ben)).toHaveLength(1)
  })

  it('answers where the app is no member', async () => {
    await sandbox.desk.type(IDS.ana, IDS.track, '/astral')
    const url = String(latest(app, '/astral').response_url)
    expect(await answer(url, { text: 'all', response_type: 'in_channel' })).toMatchObject({ status: 200 })
    expect(sandbox.desk.messages(IDS.ben, IDS.track)).toHaveLength(1)
  })

  it('replaces the message that was clicked', async () => {
    const ts = await message()
    await answer(await ofClick(ts), { text: 'Chosen', replace_original: true })
    expect(seen(IDS.ben)).toMatchObject([{ ts, text: 'Chosen', blocks: [], ephemeralFor: null }])
  })

  it('replaces an ephemeral message, which stays so', async () => {
    const ts = await ephemeral()
    const url = await ofClick(ts)
    expect(
      await answer(url, { text: 'a', replace_original: true, response_type: 'in_channel' }),
    ).toMatchObject({ status: 400 })
    expect(await answer(url, { text: 'Chosen', replace_original: true })).toMatchObject({ status: 200 })
    expect(seen()).toMatchObject([{ ts, text: 'Chosen', ephemeralFor: IDS.ana }])
    expect(seen(IDS.ben)).toEqual([])
  })

  it('deletes the message that was clicked, alone', async () => {
    const url = await ofClick(await message())
    expect(await answer(url, { delete_original: true, text: 'a' })).toMatchObject({ status: 400 })
    expect(await answer(url, { delete_original: true })).toMatchObject({ status: 200 })
    expect(seen()).toEqual([])
  })

  it('of a command has no original', async () => {
    const url = await ofCommand()
    expect(await answer(url, { delete_original: true })).toMatchObject({ status: 400 })
    expect(await answer(url, { replace_original: true, text: 'a' })).toMatchObject({ status: 400 })
    expect(await answer(url, { replace_original: false, text: 'a' })).toMatchObject({ status: 200 })
  })

  it.each([
    ['too many blocks', { blocks: times(51, divider) }, 'invalid_blocks'],
    ['nothing', {}, 'no_text'],
    ['a property nobody knows', { text: 'a', respons_type: 'in_channel' }, 'invalid_arguments'],
    ['an unknown type', { text: 'a', response_type: 'public' }, 'invalid_arguments'],
    ['something other than an object', 'words', 'invalid_payload'],
  ])('refuses %s', async (_what, body, error) => {
    const url = await ofCommand()
    const refused = await answer(url, body)
    expect(refused.status).toBe(400)
    expect(JSON.parse(refused.text)).toMatchObject({ ok: false, error })
    expect(sandbox.desk.calls().at(-1)).toMatchObject({ ok: false, error })
    expect(await answer(url, { text: 'a', blocks: [section()] })).toMatchObject({ status: 200 })
  })
})
