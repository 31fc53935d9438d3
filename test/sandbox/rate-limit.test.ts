import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await testSandbox()
})
afterEach(() => sandbox.close())

const post = (channel: string = IDS.general) => sandbox.call('chat.postMessage', { channel, text: 'a' })

describe('posting', () => {
  it('is one message a second a channel', async () => {
    expect(await post()).toMatchObject({ ok: true })
    const second = await post()
    expect(second).toMatchObject({ status: 429, ok: false, error: 'ratelimited' })
    expect(second.headers.get('retry-after')).toBe('1')
    sandbox.clock.advance(1_000)
    expect(await post()).toMatchObject({ ok: true })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)).toHaveLength(2)
  })

  it('in one channel does not hold up another', async () => {
    expect(await post()).toMatchObject({ ok: true })
    expect(await post(IDS.ana)).toMatchObject({ ok: true })
    expect(await post(IDS.ben)).toMatchObject({ ok: true })
  })

  it('spends no turn on a message that is refused', async () => {
    expect(await sandbox.call('chat.postMessage', { channel: IDS.general, text: '' })).toMatchObject({
      error: 'no_text',
    })
    expect(await post()).toMatchObject({ ok: true })
  })

  it('too fast reaches the real client as a rate limit', async () => {
    const client = new WebClient(sandbox.botToken, {
      slackApiUrl: sandbox.apiUrl,
      rejectRateLimitedCalls: true,
    })
    await client.chat.postMessage({ channel: IDS.general, text: 'a' })
    await expect(client.chat.postMessage({ channel: IDS.general, text: 'b' })).rejects.toMatchObject({
      retryAfter: 1,
    })
  })
})

describe('a method', () => {
  it.each([
    ['users.list', 20, {}],
    ['conversations.info', 50, { channel: IDS.general }],
    ['users.info', 100, { user: IDS.ana }],
  ])('%s is granted %i times at once, and then as its tier refills', async (method, most, args) => {
    for (let call = 0; call < most; call += 1) expect((await sandbox.call(method, args)).ok).toBe(true)
    const refused = await sandbox.call(method, args)
    expect(refused).toMatchObject({ status: 429, error: 'ratelimited' })
    sandbox.clock.advance(Number(refused.headers.get('retry-after')) * 1_000)
    expect((await sandbox.call(method, args)).ok).toBe(true)
  })
})
