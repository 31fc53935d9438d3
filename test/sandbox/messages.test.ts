import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { actions, button, mrkdwn, plain, richText, section, words } from './samples.ts'
import { connect, latest, type WireApp } from './wire-app.ts'
import { IDS, seedWith, type TestSandbox, testSandbox } from './world-for-tests.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await testSandbox()
})
afterEach(() => sandbox.close())

const post = (args: Record<string, unknown>, at: string = IDS.general) => {
  sandbox.clock.advance(1_000)
  return sandbox.call('chat.postMessage', { channel: at, text: 'Words', ...args })
}

describe('chat.postMessage', () => {
  it('posts as the app and gives the message back', async () => {
    const answer = await post({ blocks: [section()] })
    expect(answer).toMatchObject({
      ok: true,
      channel: IDS.general,
      message: { bot_id: 'B0ASTRAL01', user: IDS.bot },
    })
    const [message] = sandbox.desk.messages(IDS.ana, IDS.general)
    expect(message).toMatchObject({ ts: answer.ts, text: 'Words', authorId: IDS.bot, ephemeralFor: null })
    expect(message?.blocks[0]?.block_id).toMatch(/\S/)
  })

  it.each([
    ['a channel the app is not in', { channel: IDS.track }, 'not_in_channel'],
    ['a private channel the app is not in', { channel: IDS.private }, 'channel_not_found'],
    ['no channel anybody knows', { channel: 'C0NOWHERE1' }, 'channel_not_found'],
    ['a name instead of an id', { channel: '#general' }, 'channel_not_found'],
    ['an archived channel', { channel: IDS.archived }, 'is_archived'],
    ['nobody', { channel: 'U0NOBODY01' }, 'user_not_found'],
    ['another bot', { channel: IDS.robot }, 'cannot_dm_bot'],
    ['itself', { channel: IDS.bot }, 'cannot_dm_bot'],
    ['a deactivated person', { channel: IDS.leaver }, 'account_inactive'],
    ['a thread that is not there', { thread_ts: '1763280000.000001' }, 'thread_not_found'],
    ['a thread named by a number', { thread_ts: 1763280000.000001 }, 'invalid_arguments'],
    ['no channel', { channel: undefined }, 'invalid_arguments'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error })
  })

  it('posts to a person by opening the direct message', async () => {
    const answer = await post({ channel: IDS.ana })
    expect(answer.channel).toMatch(/^D/)
    expect(sandbox.desk.messages(IDS.ana, String(answer.channel))).toHaveLength(1)
  })

  it('refuses a reply to a reply', async () => {
    const parent = await post({})
    const reply = await post({ thread_ts: parent.ts })
    expect(reply.ok).toBe(true)
    expect(await post({ thread_ts: reply.ts })).toMatchObject({ error: 'cannot_reply_to_message' })
  })

  it('warns of blocks without text', async () => {
    expect(await post({ text: undefined, blocks: [section()] })).toMatchObject({
      ok: true,
      warning: 'missing_text_in_message',
    })
  })

  it('cuts text that is too long, and says so', async () => {
    const most = SLACK_LIMITS.message.text_truncated_over
    const whole = await post({ text: words(most) })
    expect(whole.warning).toBeUndefined()
    const cut = await post({ text: words(most + 1) })
    expect(cut.response_metadata?.warnings).toEqual(['message_truncated'])
    expect(String((cut.message as { text: string }).text)).toHaveLength(most)
  })

  it('gives the app another face only with the scope for it', async () => {
    expect(await post({ username: 'Coach' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write.customize',
    })
  })

  it('notes whom the message notifies, and that escaped text notifies nobody', async () => {
    await post({
      text: 'Up <!channel> &lt;!here&gt;',
      blocks: [
        section({ text: mrkdwn('<@U0ANA00001|ana> &lt;@U0BEN00001&gt;') }),
        section({ text: plain('<!everyone>') }),
        richText('<!everyone>'),
      ],
    })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.pings).toEqual(['<!channel>', `<@${IDS.ana}>`])
  })

  it('counts a broadcast in rich text as a ping', async () => {
    const element = { type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }
    await post({ blocks: [{ type: 'rich_text', elements: [element] }] })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.pings).toEqual(['<!here>'])
  })

  it('does not write to people where the Messages tab is off', async () => {
    const closed = await testSandbox({
      seed: seedWith({ features: { app_home: { messages_tab_enabled: false } } }),
    })
    expect(await closed.call('chat.postMessage', { channel: IDS.ana, text: 'a' })).toMatchObject({
      error: 'messages_tab_disabled',
    })
    await closed.close()
  })
})

describe('chat.update and chat.delete', () => {
  it('changes the app’s own message and drops blocks that are not given', async () => {
    const { ts } = await post({ blocks: [actions(button())] })
    expect(await sandbox.call('chat.update', { channel: IDS.general, ts, text: 'Done' })).toMatchObject({
      ok: true,
    })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({ text: 'Done', blocks: [] })
  })

  it('keeps text and blocks when only metadata is given', async () => {
    const { ts } = await post({ blocks: [section()] })
    const metadata = { event_type: 'e', event_payload: { id: '1' } }
    expect(await sandbox.call('chat.update', { channel: IDS.general, ts, metadata })).toMatchObject({
      ok: true,
    })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.blocks).toHaveLength(1)
  })

  it('refuses text over the limit', async () => {
    const { ts } = await post({})
    const update = (length: number) =>
      sandbox.call('chat.update', { channel: IDS.general, ts, text: words(length) })
    expect(await update(SLACK_LIMITS.message.update_text)).toMatchObject({ ok: true })
    expect(await update(SLACK_LIMITS.message.update_text + 1)).toMatchObject({ error: 'msg_too_long' })
  })

  it('leaves other people’s messages alone', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'mine')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts
    const target = { channel: IDS.general, ts }
    expect(await sandbox.call('chat.update', { ...target, text: 'a' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await sandbox.call('chat.delete', target)).toMatchObject({ error: 'cant_delete_message' })
  })

  it('does not find what is not there', async () => {
    const target = { channel: IDS.general, ts: '1763280000.000001' }
    expect(await sandbox.call('chat.update', { ...target, text: 'a' })).toMatchObject({
      error: 'message_not_found',
    })
    expect(await sandbox.call('chat.delete', target)).toMatchObject({ error: 'message_not_found' })
  })

  it('wants the id of the conversation, not of the person', async () => {
    const { ts } = await post({ channel: IDS.ana })
    expect(await sandbox.call('chat.update', { channel: IDS.ana, ts, text: 'a' })).toMatchObject({
      error: 'invalid_arguments',
    })
  })

  it('deletes the app’s own message', async () => {
    const { ts } = await post({})
    expect(await sandbox.call('chat.delete', { channel: IDS.general, ts })).toMatchObject({ ok: true })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)).toEqual([])
  })
})

describe('chat.postEphemeral', () => {
  it('shows the message to one person, and no method reaches it afterwards', async () => {
    const shown = await sandbox.call('chat.postEphemeral', {
      channel: IDS.general,
      user: IDS.ana,
      text: 'psst',
    })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({ ephemeralFor: IDS.ana })
    expect(sandbox.desk.messages(IDS.ben, IDS.general)).toEqual([])
    const target = { channel: IDS.general, ts: shown.message_ts }
    expect(await sandbox.call('chat.update', { ...target, text: 'a' })).toMatchObject({
      error: 'message_not_found',
    })
    expect(await sandbox.call('chat.delete', target)).toMatchObject({ error: 'message_not_found' })
    const permalink = { channel: IDS.general, message_ts: shown.message_ts }
    expect(await sandbox.call('chat.getPermalink', permalink)).toMatchObject({ error: 'message_not_found' })
  })

  it.each([
    ['somebody who is not in the channel', { user: IDS.guest }, 'user_not_in_channel'],
    ['nobody', { user: 'U0NOBODY01' }, 'user_not_found'],
    ['a channel the app is not in', { channel: IDS.track }, 'not_in_channel'],
  ])('refuses %s', async (_what, args, error) => {
    const usual = { channel: IDS.general, user: IDS.ana, text: 'a' }
    expect(await sandbox.call('chat.postEphemeral', { ...usual, ...args })).toMatchObject({
      ok: false,
      error,
    })
  })
})

describe('message events', () => {
  let app: WireApp
  beforeEach(async () => {
    app = await connect(sandbox)
  })
  afterEach(() => app.close())

  it('tell the app what a person writes to it', async () => {
    const channel = sandbox.desk.openDirectMessage(IDS.ana, IDS.bot)
    await sandbox.desk.type(IDS.ana, channel, 'log 8 km & <b> for @ben')
    await sandbox.desk.until(() => app.envelopes.length > 0)
    expect(latest(app, 'message')).toMatchObject({
      type: 'event_callback',
      team_id: IDS.team,
      api_app_id: 'A0ASTRAL01',
      authorizations: [{ user_id: IDS.bot, is_bot: true }],
      event: {
        type: 'message',
        channel_type: 'im',
        channel,
        user: IDS.ana,
        text: `log 8 km &amp; &lt;b&gt; for <@${IDS.ben}>`,
      },
    })
  })

  it('name the app as the author of its own messages, so that it can skip them', async () => {
    await post({ channel: IDS.ana })
    await sandbox.desk.until(() => app.envelopes.length > 0)
    expect(latest(app, 'message').event).toMatchObject({ bot_id: 'B0ASTRAL01', user: IDS.bot })
  })

  it('come only from conversations the app is in', async () => {
    await sandbox.desk.type(IDS.ana, IDS.track, 'unheard')
    await sandbox.desk.type(IDS.ana, IDS.general, 'heard')
    await sandbox.desk.until(() => app.envelopes.length > 0)
    expect(app.envelopes.map(each => (each.payload.event as { text: string }).text)).toEqual(['heard'])
  })
})
