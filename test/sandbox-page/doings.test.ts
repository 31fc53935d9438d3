import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IDS } from '../sandbox/world-for-tests.ts'
import { type PageUnderTest, pageUnderTest } from './page-for-tests.ts'

let page: PageUnderTest
beforeAll(async () => {
  page = await pageUnderTest()
})
afterAll(() => page.close())

const { general, track, coach, ana } = IDS
const latest = (as: string, channel: string) => page.sandbox.desk.messages(as, channel).at(-1)

describe('doings', () => {
  test('reach the desk as the person of the tab, and an outcome comes back in words', async () => {
    expect(await page.act('type', { channel: general, text: 'hello' }, ana)).toMatchObject({ ok: true })
    expect(latest(coach, general)).toMatchObject({ authorId: ana, text: 'hello' })
    expect(await page.act('type', { channel: general, text: '/astral' })).toMatchObject({
      ok: false,
      error: 'operation_timeout',
      message: expect.stringContaining('/astral failed'),
    })
  })

  test('a reply goes to its thread', async () => {
    await page.act('type', { channel: general, text: 'question' })
    const parent = latest(coach, general)
    await page.act('type', { channel: general, text: 'answer', threadTs: parent?.ts }, ana)
    expect(page.sandbox.desk.messages(coach, general, parent?.ts).map(message => message.text)).toEqual([
      'question',
      'answer',
    ])
  })

  test('nobody else’s name, no app’s name and no unknown doing is accepted', async () => {
    const args = { channel: general, text: 'x' }
    for (const as of ['U0NOBODY', IDS.bot, ''])
      expect(await page.act('type', args, as)).toMatchObject({ ok: false, error: 'user_not_found' })
    expect(await page.act('constructor', {})).toMatchObject({ ok: false, error: 'unknown_doing' })
    expect(latest(coach, general)?.text).not.toBe('x')
  })

  test('an action carries its value and the state of all inputs of its message', async () => {
    await page.sandbox.call('conversations.join', { channel: track })
    const posted = await page.sandbox.call('chat.postMessage', {
      channel: track,
      text: 'Choose',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [
            { type: 'datepicker', action_id: 'day' },
            { type: 'button', action_id: 'go', value: 'v', text: { type: 'plain_text', text: 'Go' } },
          ],
        },
      ],
    })
    const place = { kind: 'message', channel: track, ts: posted.ts }
    const element = { blockId: 'b', actionId: 'go' }
    await page.act('act', { place, element, value: 'v', state: { b: { day: '2026-11-23', junk: 5 } } })
    expect(page.actions.at(-1)).toMatchObject({
      user: { id: coach },
      actions: [{ action_id: 'go', value: 'v' }],
      state: { values: { b: { day: { type: 'datepicker', selected_date: '2026-11-23' } } } },
    })
  })

  test('files arrive byte for byte', async () => {
    const base64 = Buffer.from([0, 255, 7]).toString('base64')
    await page.act('drop-files', { channel: general, text: 'my run', files: [{ name: 'run.fit', base64 }] })
    const message = latest(coach, general)
    expect(message?.text).toBe('my run')
    expect(page.sandbox.desk.file(message?.files[0]?.id ?? '')).toMatchObject({
      name: 'run.fit',
      bytes: new Uint8Array([0, 255, 7]),
    })
  })

  test('a person is added with a handle of their own', async () => {
    const newest = () => page.sandbox.desk.people().at(-1)
    expect(await page.act('add-person', { realName: 'Ana', tz: 'Europe/Berlin' })).toMatchObject({ ok: true })
    expect(newest()).toMatchObject({ name: 'ana2', realName: 'Ana', tz: 'Europe/Berlin', isGuest: false })
    await page.act('add-person', { realName: '王伟', tz: 'Asia/Shanghai', isGuest: 'yes' })
    expect(newest()).toMatchObject({ name: 'person', realName: '王伟', isGuest: true })
    expect(await page.act('add-person', { realName: 'Bob', tz: 'Mars/Base' })).toMatchObject({
      ok: false,
      error: 'bad_zone',
    })
    expect(await page.act('add-person', { realName: ' ', tz: 'UTC' })).toMatchObject({ ok: false })
    expect(newest()?.realName).toBe('王伟')
  })

  test('channels are made, joined, left and archived', async () => {
    const made = await page.act('create-channel', { name: 'hills', isPrivate: 'yes' })
    const id = new URL(String(made.href), page.sandbox.url).searchParams.get('c') ?? ''
    const seen = (as: string) => page.sandbox.desk.conversations(as).find(one => one.id === id)
    expect(seen(coach)).toMatchObject({ name: 'hills', kind: 'private', isMember: true })
    expect(seen(ana)).toBeUndefined()
    await page.act('join-channel', { person: ana, channel: id })
    expect(seen(ana)?.isMember).toBe(true)
    await page.act('leave-channel', { person: ana, channel: id })
    expect(seen(ana)).toBeUndefined()
    await page.act('archive-channel', { channel: id })
    expect(seen(coach)?.isArchived).toBe(true)
  })

  test('a fault of the desk is an answer in words, not a broken page', async () => {
    expect(await page.act('create-channel', { name: 'general' })).toMatchObject({
      status: 200,
      ok: false,
      message: 'There is already a channel of this name.',
    })
    expect(await page.act('mark-read', { channel: 'C0NOWHERE' })).toMatchObject({ status: 200, ok: false })
  })

  test('the app’s clock goes forward and never back', async () => {
    const start = page.appNow()
    expect(await page.act('move-clock', { instant: start + 3_600_000 })).toMatchObject({
      ok: true,
      note: 'The app’s clock shows Sat 21 Nov 2026 09:00 UTC.',
    })
    expect(await page.act('move-clock', { instant: start })).toMatchObject({ ok: false, error: 'backwards' })
    expect(await page.act('move-clock', { instant: 'soon' })).toMatchObject({
      ok: false,
      error: 'bad_instant',
    })
    expect(page.appNow()).toBe(start + 3_600_000)
    expect((await page.state('')).regions.topbar).toContain(
      'Sat 21 Nov<span class="wide-only"> 2026</span> 09:00',
    )
  })
})

describe('what a person sees', () => {
  test('their own places: a guest only theirs, a stranger to a channel a way in, nobody a way to write in an archived one', async () => {
    const guest = await page.state(`as=${IDS.guest}`)
    expect(guest.regions.sidebar).toContain('tuesday-track')
    expect(guest.regions.sidebar).not.toContain('nav-C0GENERAL1')
    await page.sandbox.desk.leaveChannel(IDS.ben, track)
    const outside = await page.state(`as=${IDS.ben}&c=${track}`)
    expect(outside.regions.main).toContain('Join channel')
    expect(outside.regions.main).not.toContain('<textarea')
    const archived = await page.state(`as=${coach}&c=${IDS.archived}`)
    expect(archived.regions.main).toContain('This channel is archived')
    expect(archived.regions.main).not.toContain('<textarea')
  })

  test('what only they may see', async () => {
    await page.sandbox.call('chat.postEphemeral', { channel: track, user: coach, text: 'For you' })
    expect((await page.state(`as=${coach}&c=${track}`)).regions.main).toContain('Only visible to you')
    expect((await page.state(`as=${ana}&c=${track}`)).regions.main).not.toContain('For you')
  })

  test('the direct message with the app is each person’s own, whoever was looked at before', async () => {
    for (const [as, words] of [
      [coach, 'Hello coach'],
      [ana, 'Hello Ana'],
    ] as const) {
      const channel = page.sandbox.desk.openDirectMessage(as, IDS.bot)
      await page.sandbox.call('chat.postMessage', { channel, text: words })
    }
    const { regions, placeKind } = await page.state(`as=${ana}&c=app`)
    expect(placeKind).toBe('app')
    expect(regions.main).toContain('Hello Ana')
    expect(regions.main).not.toContain('Hello coach')
    expect(regions.sidebar).toContain(`href="/?as=${coach}&amp;c=app"`)
  })

  test('refused calls with Slack’s own words, and how many', async () => {
    await page.sandbox.call('chat.postMessage', { channel: track, text: 'x', blocks: [{ type: 'hologram' }] })
    const { regions, asideKind } = await page.state(`as=${coach}&c=${track}&inspect`)
    const refused = [
      ...page.sandbox.desk.calls().filter(call => !call.ok),
      ...page.sandbox.desk.deliveries().filter(one => one.outcome !== 'acknowledged'),
    ]
    expect(asideKind).toBe('inspector')
    expect(regions.aside).toContain('invalid_blocks')
    expect(regions.aside).toMatch(/class="refusal-message">[^<]*json-pointer:\/blocks\/0/)
    expect(regions.aside).toContain('no answer within 3 s')
    expect(regions.topbar).toContain(`refused: </span>${refused.length}<`)
  })

  test('a broken or foreign address shows somebody’s first channel', async () => {
    const { as, placeKind } = await page.state('as=%00<b>&c=../..&t=x')
    expect(as).toBe(coach)
    expect(placeKind).toBe('channel')
  })
})
