import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nextOccurrence } from '#domain/calendar/weekly-occurrence.ts'
import { DAY_MS, type LocalTime, zone } from '#kernel/instant.ts'
import type { ElementRef, Message, RawState, View } from '#sandbox/desk.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

const MILERS = 'Morning Milers'

describe('leaderboards in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const coach = DEMO.coach
  const inChannel = (channel: string) =>
    club.desk
      .messages(coach, channel)
      .filter(message => message.authorId === DEMO.astral && message.ephemeralFor === null)
  const typesOf = (message: Message | undefined) => message?.blocks.map(block => block.type)

  function buttonNamed(message: Message, text: string): ElementRef {
    for (const block of message.blocks) {
      const elements = (block.elements ?? []) as { action_id: string; text?: { text: string } }[]
      const found = elements.find(element => element.text?.text === text)
      if (found) return { blockId: block.block_id ?? '', actionId: found.action_id }
    }
    throw new Error(`no button “${text}” in: ${message.text}`)
  }
  async function press(as: string, message: Message, text: string): Promise<void> {
    const place = { kind: 'message', channel: message.channel, ts: message.ts } as const
    expect(await club.desk.act(as, place, buttonNamed(message, text), null, {})).toEqual({ ok: true })
  }
  async function modal(as: string, callbackId: string): Promise<View> {
    const open = () => club.desk.modals(as).find(view => view.callbackId === callbackId)
    await club.desk.until(() => open() !== undefined)
    const view = open()
    if (!view) throw new Error(`no modal ${callbackId}`)
    return view
  }
  const GROUP_FIELD = { blockId: 'group', actionId: 'pick-group' }
  const filled = (fields: Record<string, string>): RawState =>
    Object.fromEntries(
      Object.entries(fields).map(([id, value]) => [id, { [id === 'group' ? 'pick-group' : 'value']: value }]),
    )
  async function groupId(name: string): Promise<string> {
    const row = await club.app.engine.db
      .selectFrom('groups')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return row.id
  }

  it('are shown to the asker alone', async () => {
    const shown = await club.say(coach, DEMO.general, `/astral leaderboard "${MILERS}" 30d`)
    expect(shown.ephemeralFor).toBe(coach)
    expect(typesOf(shown)).toEqual(['header', 'data_table', 'context'])
    expect(shown.text).toMatch(/^\*Morning Milers · .* · Distance\*\n1\. /)
  })

  it('are posted with picture, table and words, explained and pulled back', async () => {
    const answer = await club.say(coach, DEMO.general, `/astral leaderboard "${MILERS}" 7d --post`)
    expect(answer).toMatchObject({ ephemeralFor: coach })
    expect(answer.text).toContain('now.')
    await club.desk.until(() => inChannel(DEMO.general).length === 1, 15_000)
    const [post] = inChannel(DEMO.general)
    if (!post) throw new Error('no post')
    expect(typesOf(post)).toEqual(['header', 'image', 'data_table', 'context', 'actions'])
    expect(post.text).toMatch(/\n1\. .*, \d+\.\d km/)
    const { id: file } = z.object({ id: z.string() }).parse(post.blocks[1]?.slack_file)
    expect([...(club.desk.file(file)?.bytes.subarray(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47])

    await press(DEMO.newcomer, post, 'Why is this here?')
    await club.desk.until(() => club.last(DEMO.newcomer, DEMO.general).ephemeralFor === DEMO.newcomer)
    expect(club.last(DEMO.newcomer, DEMO.general).text).toContain(
      `posted the leaderboard of *${MILERS}* here.`,
    )
    await press(DEMO.newcomer, post, 'Pull back')
    await club.desk.until(() => club.last(DEMO.newcomer, DEMO.general).text.includes('not in this club'))
    expect(inChannel(DEMO.general)).toHaveLength(1)

    await press(coach, post, 'Pull back')
    await club.desk.until(() => inChannel(DEMO.general).length === 0, 15_000)
    await club.app.outbox.drain()
    expect(club.desk.file(file)).toBeNull()
  })

  it('are chosen in a form when no group is named', async () => {
    await club.desk.type(coach, DEMO.general, '/astral leaderboard')
    const form = await modal(coach, 'leaderboard')
    await club.desk.suggest(coach, { kind: 'view', viewId: form.id }, GROUP_FIELD, '')
    const group = await groupId(MILERS)
    await club.desk.submit(coach, form.id, filled({ group, range: 'this month', channel: DEMO.random }))
    await club.desk.until(() => Object.keys(club.desk.modals(coach)[0]?.errors ?? {}).length > 0)
    expect(club.desk.modals(coach)[0]?.errors).toEqual({ channel: expect.stringContaining('I am not in') })
    await club.desk.submit(coach, form.id, filled({ group, range: '30d', metric: 'time' }))
    const shown = await modal(coach, 'leaderboard-shown')
    expect(JSON.stringify(shown.blocks)).toContain('Morning Milers · ')
    await club.desk.close(coach, shown.id)
  })

  it('are shown at once to a runner with one group', async () => {
    const { slack_user_id: runner } = await club.app.engine.db
      .selectFrom('group_memberships as gm')
      .innerJoin('accounts as a', 'a.id', 'gm.account_id')
      .innerJoin('groups as g', 'g.id', 'gm.group_id')
      .groupBy('a.id')
      .having(({ fn }) => fn.countAll(), '=', 1)
      .having(({ fn }) => fn.min('g.name'), '=', MILERS)
      .select('a.slack_user_id')
      .executeTakeFirstOrThrow()
    const shown = await club.say(runner, DEMO.general, '/astral leaderboard')
    expect(shown.text).toContain(MILERS)
    expect((await club.say(runner, DEMO.general, '/astral leaderboard 7d --post')).text).toContain(
      'Only coaches and the group’s owner',
    )
    expect((await club.say(runner, DEMO.general, '/astral leaderboard "Marathon Block"')).text).toContain(
      'There is no group called',
    )
  })

  it('of a private group are never hinted at, and words that mean nothing are answered', async () => {
    const says = async (as: string, typed: string) => (await club.say(as, DEMO.general, typed)).text
    expect(await says(DEMO.newcomer, '/astral leaderboard "Marathon Block"')).toContain(
      'not in this club yet',
    )
    expect(await says(coach, '/astral leaderboard "Morning Miler" 7d')).toContain(`Did you mean “${MILERS}”?`)
    expect(await says(coach, `/astral leaderboard "${MILERS}" someday`)).toContain(
      'I don’t understand “someday”',
    )
    expect(await says(coach, `/astral leaderboard "${MILERS}" --post #random`)).toContain('I am not in')
  })

  it('come every week, once, whatever the clock does', async () => {
    const set = await club.say(
      coach,
      DEMO.general,
      `/astral schedule "${MILERS}" monday 08:00 #tuesday-track`,
    )
    expect(set.text).toMatch(/^Every Monday at 08:00 \(Europe\/Oslo\) .* First post: Monday /)
    const monday = nextOccurrence(
      { weekday: 1, time: '08:00' as LocalTime, zone: zone('Europe/Oslo') },
      club.app.engine.businessNow(),
    )
    await moveClockTo(monday.dueAt)
    await club.desk.until(() => inChannel(DEMO.track).length === 1, 15_000)
    await moveClockTo(monday.dueAt + 60_000)
    await club.app.scheduler.tick()
    await club.app.outbox.drain()
    expect(inChannel(DEMO.track)).toHaveLength(1)
    await press(coach, inChannel(DEMO.track)[0] as Message, 'Why is this here?')
    await club.desk.until(() => club.last(coach, DEMO.track).ephemeralFor === coach)
    expect(club.last(coach, DEMO.track).text).toContain('every Monday at 08:00 (Europe/Oslo)')
    await moveClockTo(monday.dueAt + 28 * DAY_MS)
    await club.desk.until(() => inChannel(DEMO.track).length === 2, 15_000)
    const missed = club.last(coach, club.dm(coach)).text
    expect(missed).toContain('3 weeks were not posted')
  })

  it('are scheduled by a form, paused, resumed and ended by buttons', async () => {
    await club.desk.type(coach, DEMO.general, '/astral schedule')
    const form = await modal(coach, 'schedule')
    await club.desk.suggest(coach, { kind: 'view', viewId: form.id }, GROUP_FIELD, '')
    const fields = { group: await groupId('Couch to 10K'), weekday: '5', time: '18:30', metric: 'time' }
    await club.desk.submit(coach, form.id, filled({ ...fields, channel: DEMO.general, zone: 'Oslo' }))
    await club.desk.until(() => Object.keys(club.desk.modals(coach)[0]?.errors ?? {}).length > 0)
    expect(club.desk.modals(coach)[0]?.errors).toEqual({ zone: expect.stringContaining('Europe/Oslo') })
    await club.desk.submit(coach, form.id, filled({ ...fields, channel: DEMO.general, zone: 'Europe/Oslo' }))
    const done = await modal(coach, 'schedule-set')
    expect(JSON.stringify(done.blocks)).toContain('Every Friday at 18:30')
    await club.desk.close(coach, done.id)

    let list = await club.say(coach, DEMO.general, '/astral schedule list')
    const again = () =>
      club.desk.messages(coach, DEMO.general).find(message => message.ts === list.ts) ?? list
    for (const [button, note] of [
      ['Pause', 'Paused the weekly leaderboard'],
      ['Resume', 'Resumed the weekly leaderboard'],
      ['End', 'Ended the weekly leaderboard'],
    ] as const) {
      await press(coach, list, button)
      await club.desk.until(() => again().text.startsWith(note))
      list = again()
    }
    expect(list.text.match(/Next post/g)).toHaveLength(1)
  })

  it('are not scheduled where they cannot be posted, nor by athletes', async () => {
    const says = async (as: string, typed: string) => (await club.say(as, DEMO.general, typed)).text
    const line = (channel: string) => `/astral schedule "${MILERS}" friday 18:00 ${channel}`
    expect(await says(coach, line('#random'))).toContain('I am not in')
    expect(await says(coach, line(''))).toContain('Say which channel')
    expect(await says('U0KAETHE', line('#general'))).toContain('Only coaches and the group’s owner')
  })

  async function moveClockTo(instant: number): Promise<void> {
    const url = club.app.sandboxUrl ?? ''
    const answer = await fetch(`${url}/page/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({ as: coach, do: 'move-clock', args: { instant } }),
    })
    expect(await answer.json()).toMatchObject({ ok: true })
  }
})
