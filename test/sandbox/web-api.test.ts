import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IDS, seedWith, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await testSandbox()
})
afterEach(() => sandbox.close())

async function raw(init: RequestInit & { path?: string }): Promise<Record<string, unknown>> {
  const { path = 'auth.test', ...rest } = init
  const response = await fetch(sandbox.apiUrl + path, { method: 'POST', ...rest })
  return (await response.json()) as Record<string, unknown>
}

describe('a token', () => {
  it('says who the app is', async () => {
    expect(await sandbox.call('auth.test')).toMatchObject({
      ok: true,
      user_id: IDS.bot,
      bot_id: 'B0ASTRAL01',
      team_id: IDS.team,
      is_enterprise_install: false,
    })
  })

  it.each([
    ['none', {}, 'not_authed'],
    ['a wrong one', { authorization: 'Bearer xoxb-wrong' }, 'invalid_auth'],
    ['one without Bearer', { authorization: 'xoxb-wrong' }, 'not_authed'],
  ])('is needed: %s', async (_what, headers, error) => {
    expect(await raw({ headers })).toMatchObject({ ok: false, error })
  })

  it('is of the kind the method takes', async () => {
    expect(await sandbox.call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
    expect(await sandbox.call('auth.test', {}, sandbox.appToken)).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await sandbox.call('apps.connections.open', {}, sandbox.appToken)).toMatchObject({ ok: true })
  })

  it('does not come in the address', async () => {
    expect(await raw({ path: `auth.test?token=${sandbox.botToken}` })).toMatchObject({ error: 'not_authed' })
  })

  it('may come in a form', async () => {
    expect(await raw({ body: new URLSearchParams({ token: sandbox.botToken }) })).toMatchObject({ ok: true })
  })
})

describe('a call', () => {
  it('names a method that exists', async () => {
    expect(await sandbox.call('chat.postMesage')).toMatchObject({
      error: 'unknown_method',
      req_method: 'chat.postMesage',
    })
    expect(await sandbox.call('chat.scheduleMessage')).toMatchObject({ error: 'unknown_method' })
  })

  it('may come as JSON, with a warning where the charset is missing', async () => {
    const headers = { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' }
    expect(await raw({ headers, body: '{}' })).toMatchObject({ ok: true, warning: 'missing_charset' })
    expect(await raw({ headers, body: '{' })).toMatchObject({ error: 'invalid_json' })
    expect(await raw({ headers, body: '[]' })).toMatchObject({ error: 'json_not_object' })
  })

  it('may come as parts of a form', async () => {
    const body = new FormData()
    body.set('user', IDS.ana)
    const headers = { authorization: `Bearer ${sandbox.botToken}` }
    expect(await raw({ path: 'users.info', headers, body })).toMatchObject({
      ok: true,
      user: { id: IDS.ana },
    })
  })

  it('has no argument that the method does not know', async () => {
    const answer = await sandbox.call('users.info', { user: IDS.ana, usr: 'x' })
    expect(answer).toMatchObject({ error: 'invalid_arguments' })
    expect(answer.response_metadata?.messages).toEqual(['[ERROR] unknown argument: usr [json-pointer:/usr]'])
  })

  it('has the arguments that the method needs', async () => {
    const answer = await sandbox.call('users.info')
    expect(answer.response_metadata?.messages).toEqual([
      '[ERROR] missing required field: user [json-pointer:/user]',
    ])
  })

  it('is for this team', async () => {
    expect(await sandbox.call('users.info', { user: IDS.ana, team_id: 'T0OTHER001' })).toMatchObject({
      error: 'team_not_found',
    })
  })

  it('is written down with its refusal', async () => {
    await sandbox.call('users.info', { user: 'U0NOBODY01' })
    expect(sandbox.desk.calls().at(-1)).toMatchObject({
      method: 'users.info',
      arguments: { user: 'U0NOBODY01' },
      ok: false,
      error: 'user_not_found',
    })
  })

  it('stays in the list with the latest five hundred', async () => {
    for (let index = 0; index < 501; index += 1) {
      await sandbox.call('api.test', { foo: String(index) })
      sandbox.clock.advance(200)
    }
    expect(sandbox.desk.calls()).toHaveLength(500)
    expect(sandbox.desk.calls()[0]?.arguments).toEqual({ foo: '1' })
  })
})

describe('a scope', () => {
  it.each([
    ['chat.postMessage', { channel: IDS.general, text: 'a' }, 'chat:write'],
    ['chat.update', { channel: IDS.general, ts: '1763280000.000001', text: 'a' }, 'chat:write'],
    ['chat.delete', { channel: IDS.general, ts: '1763280000.000001' }, 'chat:write'],
    ['chat.postEphemeral', { channel: IDS.general, user: IDS.ana, text: 'a' }, 'chat:write'],
    ['conversations.open', { users: IDS.ana }, 'im:write'],
    ['conversations.join', { channel: IDS.track }, 'channels:join'],
    ['conversations.info', { channel: IDS.general }, 'channels:read'],
    ['conversations.members', { channel: IDS.general }, 'channels:read'],
    ['conversations.list', {}, 'channels:read'],
    ['conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['users.conversations', {}, 'channels:read'],
    ['conversations.history', { channel: IDS.general }, 'channels:history'],
    ['conversations.replies', { channel: IDS.general, ts: '1763280000.000001' }, 'channels:history'],
    ['users.info', { user: IDS.ana }, 'users:read'],
    ['users.list', {}, 'users:read'],
    ['users.lookupByEmail', { email: 'ana@riverside.example' }, 'users:read.email'],
    ['team.info', {}, 'team:read'],
    ['bots.info', { bot: 'B0ASTRAL01' }, 'users:read'],
    ['files.getUploadURLExternal', { filename: 'a.png', length: 1 }, 'files:write'],
    ['files.completeUploadExternal', { files: [{ id: 'F' }] }, 'files:write'],
    ['files.delete', { file: 'F' }, 'files:write'],
    ['files.info', { file: 'F' }, 'files:read'],
    [
      'reactions.add',
      { channel: IDS.general, timestamp: '1763280000.000001', name: 'tada' },
      'reactions:write',
    ],
    [
      'reactions.remove',
      { channel: IDS.general, timestamp: '1763280000.000001', name: 'tada' },
      'reactions:write',
    ],
    ['reactions.get', { channel: IDS.general, timestamp: '1763280000.000001' }, 'reactions:read'],
  ])('for %s is asked for (%o): %s', async (method, args, needed) => {
    const seed = seedWith({ scopes: all => all.filter(each => each !== needed), events: [] })
    const without = await testSandbox({ seed })
    const answer = await without.call(method, args)
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope' })
    expect(String(answer.needed).split(',')).toContain(needed)
    expect(String(answer.provided).split(',')).not.toContain(needed)
    await without.close()
    expect((await sandbox.call(method, args)).error).not.toBe('missing_scope')
  })

  it('for e-mail addresses hides them where it is missing', async () => {
    const seed = seedWith({ scopes: all => all.filter(each => each !== 'users:read.email') })
    const without = await testSandbox({ seed })
    const email = (answer: Record<string, unknown>) =>
      (answer.user as { profile: { email?: string } }).profile.email
    expect(email(await without.call('users.info', { user: IDS.ana }))).toBeUndefined()
    expect(email(await sandbox.call('users.info', { user: IDS.ana }))).toBe('ana@riverside.example')
    await without.close()
  })
})

describe('people and conversations', () => {
  it('gives each kind of person its marks', async () => {
    const user = async (id: string) => (await sandbox.call('users.info', { user: id })).user
    expect(await user(IDS.ben)).toMatchObject({
      tz: 'America/New_York',
      tz_offset: -18_000,
      is_bot: false,
      deleted: false,
    })
    expect(await user(IDS.guest)).toMatchObject({ is_restricted: true })
    expect(await user(IDS.robot)).toMatchObject({ is_bot: true })
    expect(await user(IDS.leaver)).toMatchObject({ deleted: true })
    expect(await user(IDS.outsider)).toMatchObject({ team_id: 'T0OTHER001', is_stranger: true })
  })

  it.each([
    ['users.info', { user: 'U0NOBODY01' }, 'user_not_found'],
    ['users.lookupByEmail', { email: 'nobody@riverside.example' }, 'users_not_found'],
    ['users.lookupByEmail', { email: 'lea@riverside.example' }, 'users_not_found'],
    ['users.conversations', { user: 'U0NOBODY01' }, 'user_not_found'],
    ['team.info', { team: 'T0OTHER001' }, 'team_not_found'],
    ['bots.info', { bot: 'B0NOBODY01' }, 'bot_not_found'],
    ['conversations.info', { channel: 'C0NOWHERE1' }, 'channel_not_found'],
    ['conversations.info', { channel: IDS.private }, 'channel_not_found'],
    ['conversations.list', { types: 'secret' }, 'invalid_types'],
    ['conversations.list', { limit: 1001 }, 'invalid_limit'],
    ['conversations.list', { cursor: 'nonsense' }, 'invalid_cursor'],
    ['conversations.open', { users: 'U0NOBODY01' }, 'user_not_found'],
    ['conversations.open', { users: IDS.robot }, 'cannot_dm_bot'],
    ['conversations.open', { users: IDS.leaver }, 'user_disabled'],
    ['conversations.open', {}, 'users_list_not_supplied'],
    ['conversations.open', { users: `${IDS.ana},${IDS.ben}` }, 'missing_scope'],
    ['conversations.join', { channel: IDS.archived }, 'is_archived'],
    ['conversations.join', { channel: IDS.private }, 'channel_not_found'],
    ['conversations.history', { channel: IDS.track }, 'not_in_channel'],
    ['conversations.replies', { channel: IDS.general, ts: '1763280000.000001' }, 'thread_not_found'],
  ])('%s %o is refused: %s', async (method, args, error) => {
    expect(await sandbox.call(method, args)).toMatchObject({ ok: false, error })
  })

  it('opens the same direct message every time', async () => {
    const id = async () =>
      ((await sandbox.call('conversations.open', { users: IDS.ana })).channel as { id: string }).id
    expect(await id()).toBe(await id())
  })

  it('joins a public channel and may then post there', async () => {
    expect(await sandbox.call('conversations.info', { channel: IDS.track })).toMatchObject({
      channel: { is_member: false },
    })
    expect(await sandbox.call('conversations.join', { channel: IDS.track })).toMatchObject({ ok: true })
    expect(await sandbox.call('conversations.join', { channel: IDS.track })).toMatchObject({
      warning: 'already_in_channel',
    })
    expect(await sandbox.call('chat.postMessage', { channel: IDS.track, text: 'a' })).toMatchObject({
      ok: true,
    })
  })

  it('pages through lists', async () => {
    const first = await sandbox.call('users.list', { limit: 4 })
    const second = await sandbox.call('users.list', {
      limit: 100,
      cursor: first.response_metadata?.next_cursor,
    })
    const all = [first, second].flatMap(page => page.members as { id: string }[])
    expect(all.map(each => each.id)).toEqual(sandbox.desk.people().map(each => each.id))
    expect(second.response_metadata?.next_cursor).toBe('')
  })

  it('lists only what the app can see', async () => {
    const list = async (types: string) =>
      ((await sandbox.call('conversations.list', { types })).channels as { id: string }[]).map(
        each => each.id,
      )
    expect(await list('public_channel')).toEqual([IDS.general, IDS.track, IDS.archived])
    expect(await list('private_channel')).toEqual([])
    await sandbox.desk.joinChannel(IDS.bot, IDS.private)
    expect(await list('private_channel')).toEqual([IDS.private])
  })

  it('reads history newest first, and threads oldest first', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'one')
    await sandbox.desk.type(IDS.ana, IDS.general, 'two')
    const [one] = sandbox.desk.messages(IDS.ana, IDS.general)
    await sandbox.desk.type(IDS.ben, IDS.general, 'reply', one?.ts)
    const texts = (answer: Record<string, unknown>) =>
      (answer.messages as { text: string }[]).map(each => each.text)
    expect(texts(await sandbox.call('conversations.history', { channel: IDS.general }))).toEqual([
      'two',
      'one',
    ])
    expect(texts(await sandbox.call('conversations.replies', { channel: IDS.general, ts: one?.ts }))).toEqual(
      ['one', 'reply'],
    )
  })
})

describe('reactions', () => {
  it('are added once, and taken back once', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'ran 8 km')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts
    const target = { channel: IDS.general, timestamp: ts, name: 'tada' }
    expect(await sandbox.call('reactions.remove', target)).toMatchObject({ error: 'no_reaction' })
    expect(await sandbox.call('reactions.add', target)).toMatchObject({ ok: true })
    expect(await sandbox.call('reactions.add', target)).toMatchObject({ error: 'already_reacted' })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.reactions).toEqual([
      { name: 'tada', userIds: [IDS.bot] },
    ])
    expect(await sandbox.call('reactions.remove', target)).toMatchObject({ ok: true })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.reactions).toEqual([])
  })

  it.each([
    [{ name: ':tada:' }, 'invalid_name'],
    [{ channel: IDS.track }, 'not_in_channel'],
    [{ timestamp: '1763280000.000001' }, 'message_not_found'],
  ])('are refused: %o, %s', async (wrong, error) => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'ran')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts
    const target = { channel: IDS.general, timestamp: ts, name: 'tada' }
    expect(await sandbox.call('reactions.add', { ...target, ...wrong })).toMatchObject({ ok: false, error })
  })
})
