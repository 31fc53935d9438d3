import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed.ts'
import { divider } from './samples.ts'
import { connect, latest, type WireApp } from './wire-app.ts'
import { IDS, seedWith, type TestSandbox, testSandbox } from './world-for-tests.ts'

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

const names = (as: string) => sandbox.desk.conversations(as).map(each => each.name)
const heard = (count: number) => sandbox.desk.until(() => app.envelopes.length === count)

describe('what people see', () => {
  it('is theirs: members everything, guests only where they were added, private channels only inside', () => {
    expect(names(IDS.coach)).toEqual(['general', 'tuesday-track', 'coaches', 'old-season'])
    expect(names(IDS.ana)).toEqual(['general', 'tuesday-track', 'old-season'])
    expect(names(IDS.guest)).toEqual(['tuesday-track'])
    expect(names(IDS.outsider)).toEqual(['tuesday-track'])
    expect(() => sandbox.desk.messages(IDS.ana, IDS.private)).toThrow('channel_not_found')
  })

  it('counts what is unread until it is read', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'one')
    await sandbox.desk.type(IDS.ana, IDS.general, 'two')
    const unread = (as: string) =>
      sandbox.desk.conversations(as).find(each => each.id === IDS.general)?.unread
    expect([unread(IDS.ana), unread(IDS.ben)]).toEqual([0, 2])
    sandbox.desk.markRead(IDS.ben, IDS.general)
    expect(unread(IDS.ben)).toBe(0)
  })

  it('keeps threads apart', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'parent')
    const [parent] = sandbox.desk.messages(IDS.ana, IDS.general)
    await sandbox.desk.type(IDS.ben, IDS.general, 'reply', parent?.ts)
    expect(sandbox.desk.messages(IDS.ana, IDS.general)).toMatchObject([{ text: 'parent', replyCount: 1 }])
    const thread = sandbox.desk.messages(IDS.ana, IDS.general, parent?.ts)
    expect(thread.map(each => each.text)).toEqual(['parent', 'reply'])
  })

  it('loses an ephemeral message when it is dismissed', async () => {
    await sandbox.call('chat.postEphemeral', { channel: IDS.general, user: IDS.ana, text: 'psst' })
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts ?? ''
    sandbox.desk.dismissEphemeral(IDS.ana, IDS.general, ts)
    expect(sandbox.desk.messages(IDS.ana, IDS.general)).toEqual([])
  })

  it('shows the app with its commands and shortcuts', () => {
    expect(sandbox.desk.app()).toMatchObject({
      name: 'Astral',
      botUserId: IDS.bot,
      isConnected: true,
      commands: [{ command: '/astral', usageHint: '[help]' }],
      shortcuts: [{ callbackId: 'log_run' }, { callbackId: 'count_run', type: 'message' }],
    })
  })
})

describe('what people do', () => {
  it('turns names into mentions and escapes the rest', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'hi @ben, see #tuesday-track. <!channel> @nobody')
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({
      text: `hi <@${IDS.ben}>, see <#${IDS.track}|tuesday-track>. &lt;!channel&gt; @nobody`,
      pings: [`<@${IDS.ben}>`],
    })
  })

  it.each([
    ['in an archived channel', IDS.ana, IDS.archived, 'is_archived'],
    ['in a private channel of others', IDS.ana, IDS.private, 'channel_not_found'],
    ['nothing', IDS.ana, IDS.general, 'no_text'],
  ])('is refused: writing %s', async (_what, as, channel, error) => {
    expect(await sandbox.desk.type(as, channel, error === 'no_text' ? '  ' : 'a')).toMatchObject({
      ok: false,
      error,
    })
  })

  it('is refused: writing in a public channel they have not joined', async () => {
    const channel = sandbox.desk.createChannel(IDS.coach, 'trail')
    expect(await sandbox.desk.type(IDS.ana, channel, 'a')).toMatchObject({ error: 'not_in_channel' })
    await sandbox.desk.joinChannel(IDS.ana, channel)
    expect(await sandbox.desk.type(IDS.ana, channel, 'a')).toEqual({ ok: true })
  })

  it('marks links and leaves what is inside them alone', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'see https://a.example/x?a=1&b=2#general, @ben')
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.text).toBe(
      `see <https://a.example/x?a=1&amp;b=2#general>, <@${IDS.ben}>`,
    )
  })

  it('is not sent to an app without interactivity', async () => {
    const seed = seedWith({})
    seed.app.manifest.settings = { interactivity: { is_enabled: false } }
    const mute = await testSandbox({ seed })
    expect(await mute.desk.runShortcut(IDS.ana, 'log_run')).toMatchObject({ error: 'dispatch_failed' })
    expect(mute.desk.deliveries()).toMatchObject([
      { outcome: 'failed', response: { error: 'interactivity_disabled' } },
    ])
    await mute.close()
  })

  it('opens Home as an event, with the view once there is one', async () => {
    await sandbox.desk.openHome(IDS.ana)
    await heard(1)
    expect(latest(app, 'app_home_opened').event).toMatchObject({
      user: IDS.ana,
      tab: 'home',
      channel: expect.stringMatching(/^D/),
    })
    expect(latest(app, 'app_home_opened').event).not.toHaveProperty('view')
    await sandbox.call('views.publish', { user_id: IDS.ana, view: { type: 'home', blocks: [divider()] } })
    await sandbox.desk.openHome(IDS.ana)
    await heard(2)
    expect(latest(app, 'app_home_opened').event).toMatchObject({ view: { type: 'home' } })
  })

  it('cannot be written to an app that only reads out', async () => {
    const home = { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true }
    const reading = await testSandbox({ seed: seedWith({ features: { app_home: home } }) })
    const channel = reading.desk.openDirectMessage(IDS.ana, IDS.bot)
    expect(await reading.desk.type(IDS.ana, channel, 'hello')).toMatchObject({
      error: 'messages_tab_disabled',
    })
    await reading.close()
  })

  it('reacts once and takes it back, and the app hears both', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, 'ran')
    const ts = sandbox.desk.messages(IDS.ana, IDS.general)[0]?.ts ?? ''
    await sandbox.desk.react(IDS.ben, IDS.general, ts, 'tada')
    await sandbox.desk.react(IDS.ben, IDS.general, ts, 'tada')
    await heard(3)
    expect(latest(app, 'reaction_added').event).toMatchObject({
      user: IDS.ben,
      reaction: 'tada',
      item: { ts },
      item_user: IDS.ana,
    })
    expect(latest(app, 'reaction_removed').event).toMatchObject({ user: IDS.ben })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]?.reactions).toEqual([])
  })
})

describe('what happens to people and channels', () => {
  it('reaches the app: joining, leaving, coming, going, archiving', async () => {
    await sandbox.desk.joinChannel(IDS.guest, IDS.general)
    await sandbox.desk.leaveChannel(IDS.guest, IDS.general)
    const nils = await sandbox.desk.addPerson({ name: 'nils', realName: 'Nils New' })
    await sandbox.desk.setDeactivated(IDS.chidi, true)
    await sandbox.desk.archiveChannel(IDS.general)
    await heard(5)
    expect(latest(app, 'member_joined_channel').event).toMatchObject({
      user: IDS.guest,
      channel: IDS.general,
      channel_type: 'C',
    })
    expect(latest(app, 'member_left_channel').event).toMatchObject({ user: IDS.guest })
    expect(latest(app, 'team_join').event).toMatchObject({ user: { id: nils.id, real_name: 'Nils New' } })
    expect(latest(app, 'user_change').event).toMatchObject({ user: { id: IDS.chidi, deleted: true } })
    expect(latest(app, 'channel_archive').event).toMatchObject({ channel: IDS.general })
    expect(await sandbox.desk.type(IDS.chidi, IDS.track, 'a')).toMatchObject({ error: 'account_inactive' })
  })

  it('reaches the app when it is itself invited', async () => {
    expect(await sandbox.desk.type(IDS.coach, IDS.private, '/invite @astral')).toEqual({ ok: true })
    await heard(1)
    expect(latest(app, 'member_joined_channel').event).toMatchObject({
      user: IDS.bot,
      channel: IDS.private,
      channel_type: 'G',
      inviter: IDS.coach,
    })
  })

  it('does not reach an app that did not subscribe', async () => {
    const deaf = await testSandbox({ seed: seedWith({ events: ['team_join'] }) })
    await deaf.desk.joinChannel(IDS.guest, IDS.general)
    await deaf.desk.openHome(IDS.ana)
    await deaf.desk.addPerson({ name: 'nils' })
    await deaf.desk.until(() => deaf.desk.deliveries().length > 0)
    expect(deaf.desk.deliveries().map(each => each.summary)).toEqual(['team_join'])
    await deaf.close()
  })

  it('has an event id of its own each time', async () => {
    await sandbox.desk.openHome(IDS.ana)
    await sandbox.desk.openHome(IDS.ben)
    await heard(2)
    expect(new Set(app.envelopes.map(each => each.payload.event_id)).size).toBe(2)
  })
})

describe('the desk', () => {
  it('tells every listener of every change, until it stops listening', async () => {
    const revisions: number[] = []
    const stop = sandbox.desk.subscribe(revision => revisions.push(revision))
    await sandbox.desk.type(IDS.ana, IDS.track, 'a')
    stop()
    const before = revisions.length
    await sandbox.desk.type(IDS.ana, IDS.track, 'b')
    expect(before).toBeGreaterThan(0)
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
    expect(revisions).toHaveLength(before)
  })

  it('gives up waiting for what does not come', async () => {
    await expect(sandbox.desk.until(() => false, 20)).rejects.toThrow('20 ms')
  })

  it('is closed in a moment', async () => {
    const other = await startSandbox({ port: 0, seed: defaultSeed(), now: Date.now })
    const startedAt = performance.now()
    await other.close()
    expect(performance.now() - startedAt).toBeLessThan(100)
  })
})
