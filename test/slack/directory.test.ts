import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LogLevel, WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChannel, findPerson, requirePostable } from '#slack/directory.ts'

/** Slack's side of the wire is a server that gives the prepared answer. */
describe('the directory', () => {
  let server: Server
  let client: WebClient
  let answer: object

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume()
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    client = new WebClient('xoxb-1', {
      slackApiUrl: `http://127.0.0.1:${port}/api/`,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
    })
  })
  beforeEach(() => {
    answer = { ok: false, error: 'unprepared' }
  })
  afterAll(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })

  const user = (given: object) => {
    answer = { ok: true, user: { id: 'U1', team_id: 'T1', name: 'ana', tz: 'Europe/Oslo', ...given } }
    return findPerson(client, 'T1', 'U1')
  }

  it('knows an ordinary person', async () => {
    expect(await user({ profile: { display_name: 'Ana', real_name: 'Ana Berg' } })).toEqual({
      ok: true,
      value: {
        slackUserId: 'U1',
        displayName: 'Ana',
        zone: 'Europe/Oslo',
        isBot: false,
        isDeactivated: false,
        isGuest: false,
        isFromElsewhere: false,
      },
    })
  })

  it.each([
    [{ is_bot: true }, { isBot: true }],
    [{ id: 'USLACKBOT' }, { isBot: true }],
    [{ deleted: true }, { isDeactivated: true }],
    [{ is_restricted: true }, { isGuest: true }],
    [{ is_ultra_restricted: true }, { isGuest: true }],
    [{ team_id: 'T2' }, { isFromElsewhere: true }],
    [{ tz: 'Moon/Base' }, { zone: 'UTC' }],
    [{ tz: '+02:00' }, { zone: 'UTC' }],
    [{ tz: undefined }, { zone: 'UTC' }],
  ])('reads %o', async (given, expected) => {
    expect(await user(given)).toMatchObject({ ok: true, value: expected })
  })

  it.each([
    [{ profile: { display_name: '', real_name: 'Ana Berg' } }, 'Ana Berg'],
    [{ profile: { display_name: '\u202e\u200d ', real_name: 'Ana\n Berg' } }, 'Ana Berg'],
    [{ real_name: 'Ana B.' }, 'Ana B.'],
    [{ profile: {} }, 'ana'],
    [{ name: '' }, 'U1'],
    [{ profile: { display_name: '<!channel> *Bob*' } }, '<!channel> *Bob*'],
  ])('takes the first name that can be seen: %o', async (given, name) => {
    expect(await user(given)).toMatchObject({ value: { displayName: name } })
  })

  it('never cuts a long name inside a letter', async () => {
    const found = await user({ profile: { display_name: `${'a'.repeat(77)}👩‍👩‍👧‍👦b` } })
    expect(found).toMatchObject({ value: { displayName: `${'a'.repeat(77)}…` } })
  })

  it.each(['user_not_found', 'user_not_visible'])('says of %s that Slack does not know them', async error => {
    answer = { ok: false, error }
    expect(await findPerson(client, 'T1', 'U1')).toEqual({ ok: false, refusal: { code: 'person-unknown' } })
  })

  it('throws what is not about the person', async () => {
    answer = { ok: false, error: 'invalid_auth' }
    await expect(findPerson(client, 'T1', 'U1')).rejects.toThrow('invalid_auth')
    await expect(findChannel(client, 'C1')).rejects.toThrow('invalid_auth')
  })

  const channel = (given: object) => {
    answer = { ok: true, channel: { id: 'C1', name: 'track', is_member: true, ...given } }
    return requirePostable(client, 'C1')
  }

  it('finds a channel one can post in, or says why not', async () => {
    const value = { channelId: 'C1', name: 'track', isArchived: false, isMember: true }
    expect(await channel({})).toEqual({ ok: true, value })
    expect(await channel({ is_im: true, is_member: undefined })).toMatchObject({ ok: true })
    expect(await channel({ is_archived: true, is_member: false })).toEqual({
      ok: false,
      refusal: { code: 'channel-archived', channelId: 'C1' },
    })
    expect(await channel({ is_member: false })).toEqual({
      ok: false,
      refusal: { code: 'not-in-channel', channelId: 'C1' },
    })
    answer = { ok: false, error: 'channel_not_found' }
    expect(await requirePostable(client, 'C1')).toEqual({ ok: false, refusal: { code: 'channel-unknown' } })
  })
})
