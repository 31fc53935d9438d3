import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, instant } from '#kernel/instant.ts'
import type { ElementRef, Message, RawState, View } from '#sandbox/desk.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'

/**
 * Athletes of the demo club, who run and never walk: a walk is nobody's double there. Several, because Slack takes one
 * message a second in each direct message.
 */
const [KAETHE, LUCJA, TOMAS, OYVIND] = ['U0KAETHE', 'U0LUCJA', 'U0TOMAS', 'U0OYVIND'] as const

describe('logging a run in Slack', () => {
  let club: ClubInSandbox

  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(async () => {
    const refused = refusedCalls(club.desk)
    await club.stop()
    expect(refused).toEqual([])
  })

  const runsOf = (distanceCm: number) =>
    club.app.engine.db.selectFrom('activities').selectAll().where('distance_cm', '=', distanceCm).execute()

  function buttonNamed(message: Message, text: string): ElementRef {
    for (const block of message.blocks) {
      const elements = (block.elements ?? []) as { action_id: string; text?: { text: string } }[]
      const found = elements.find(element => element.text?.text === text)
      if (found) return { blockId: block.block_id ?? '', actionId: found.action_id }
    }
    throw new Error(`no button “${text}” in: ${message.text}`)
  }
  async function press(message: Message, text: string): Promise<void> {
    const place = { kind: 'message', channel: message.channel, ts: message.ts } as const
    expect(await club.desk.act(KAETHE, place, buttonNamed(message, text), null, {})).toEqual({ ok: true })
  }
  const textOf = (channel: string, ts: string) =>
    club.desk.messages(KAETHE, channel).find(message => message.ts === ts)?.text
  async function modal(callbackId: string): Promise<View> {
    const open = () => club.desk.modals(KAETHE).find(view => view.callbackId === callbackId)
    await club.desk.until(() => open() !== undefined)
    const view = open()
    if (!view) throw new Error(`no modal ${callbackId}`)
    return view
  }
  const filled = (fields: Record<string, string>): RawState =>
    Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { value }]))

  it('by a command: echoed to its athlete alone, undone in place, once', async () => {
    const echo = await club.say(KAETHE, DEMO.general, '/astral log 3.31km 40:20 walk at 0:05 yesterday')
    expect(echo.text).toMatch(
      /^Logged \*3\.31 km in 40:20 \(12:11 \/km\)\*, walk, \w{3} \d+ \w{3}.* 00:05\.$/,
    )
    expect(echo.ephemeralFor).toBe(KAETHE)
    expect(await runsOf(331_000)).toHaveLength(1)
    await press(echo, 'Undo')
    await club.desk.until(() => textOf(DEMO.general, echo.ts)?.startsWith('Deleted') === true)
    expect(await runsOf(331_000)).toEqual([])
  })

  it('by the form: field errors, then what was understood', async () => {
    await club.desk.type(KAETHE, DEMO.general, '/astral log')
    const form = await modal('log-run')
    await club.desk.submit(KAETHE, form.id, filled({ distance: '3.37', time: 'soon', 'sub-type': 'walk' }))
    await club.desk.until(() => Object.keys(club.desk.modals(KAETHE)[0]?.errors ?? {}).length > 0)
    expect(club.desk.modals(KAETHE)[0]?.errors).toEqual({
      time: expect.stringContaining('Write it as 45:10'),
    })
    await club.desk.submit(
      KAETHE,
      form.id,
      filled({ distance: '3.37', time: '41:00', 'sub-type': 'walk', note: 'through the park' }),
    )
    const done = await modal('run-logged')
    expect(JSON.stringify(done.blocks)).toContain('3.37 km in 41:00')
    await club.desk.close(KAETHE, done.id)
    expect(await runsOf(337_000)).toMatchObject([{ source: 'form', note: 'through the park' }])
  })

  it('by a line in the direct message, to be corrected by the form', async () => {
    const echo = await club.say(KAETHE, club.dm(KAETHE), '3.41km 40:30 walk at 1:10 yesterday')
    expect(echo.text).toMatch(/^Logged \*3\.41 km/)
    await press(echo, 'Edit')
    const form = await modal('edit-run')
    await club.desk.submit(KAETHE, form.id, filled({ distance: '3.43' }))
    const saved = await modal('run-saved')
    expect(JSON.stringify(saved.blocks)).toContain('Saved: *3.43 km in 40:30')
    await club.desk.close(KAETHE, saved.id)
    expect(await runsOf(343_000)).toMatchObject([{ sub_type: 'walk', duration_ms: 2_430_000 }])
    await press(echo, 'Undo')
    await club.desk.until(() => textOf(echo.channel, echo.ts)?.startsWith('Deleted') === true)
    expect(await runsOf(343_000)).toEqual([])
  })

  it('by files dropped into the direct message: one answer, in place', async () => {
    const startedAt = instant(club.app.engine.businessNow() - 3 * DAY_MS - HOUR_MS)
    const bytes = encodeFitRun({ startedAt, distanceMeters: 3_470, durationSeconds: 2_460, sport: 'walking' })
    const dm = club.dm(LUCJA)
    const before = club.desk.messages(LUCJA, dm).length
    await club.desk.dropFiles(LUCJA, dm, [
      { name: 'run.fit', bytes },
      { name: 'notes.txt', bytes: new TextEncoder().encode('milk, bread') },
      { name: 'again.fit', bytes },
    ])
    const answer = () => club.desk.messages(LUCJA, dm).slice(before).at(-1)
    await club.desk.until(() => answer()?.text.includes('Not logged') === true)
    expect(answer()?.text.split('\n\n')).toEqual([
      expect.stringMatching(/^Logged \*run\.fit\*: \*3\.47 km in 41:00/),
      expect.stringMatching(/^Not logged: \*notes\.txt\*\. I do not find a recording in this \.txt file/),
      expect.stringMatching(/^Not logged: \*again\.fit\*\. This file is logged already/),
    ])
    expect(club.desk.calls().at(-1)?.method).toBe('chat.update')
    expect(club.desk.messages(LUCJA, dm)).toHaveLength(before + 2)
    expect(await runsOf(347_000)).toMatchObject([{ source: 'fit' }])
  })

  it('and is found in the list, deleted from it, and gone', async () => {
    await club.say(KAETHE, DEMO.general, '/astral log 3.53km 39:30 walk')
    const list = await club.say(KAETHE, DEMO.general, '/astral runs')
    expect(list.text).toContain('3.53 km in 39:30')
    await press(list, 'Older')
    await club.desk.until(() => !textOf(DEMO.general, list.ts)?.includes('3.53 km'))
    const older = club.desk.messages(KAETHE, DEMO.general).find(message => message.ts === list.ts)
    await press(older ?? list, 'Newer')
    await club.desk.until(() => textOf(DEMO.general, list.ts)?.includes('3.53 km') === true)
    const newest = club.desk.messages(KAETHE, DEMO.general).find(message => message.ts === list.ts)
    await press(newest ?? list, 'Delete')
    await club.desk.until(() => textOf(DEMO.general, list.ts)?.startsWith('Deleted') === true)
    expect(await runsOf(353_000)).toEqual([])
  })

  it('by the shortcut and the short menu too', async () => {
    await club.desk.runShortcut(KAETHE, 'log_run')
    await club.desk.close(KAETHE, (await modal('log-run')).id)
    await press(await club.say(KAETHE, DEMO.general, '/astral'), 'Log a run')
    await club.desk.close(KAETHE, (await modal('log-run')).id)
  })

  it('tells talk from runs, and a stranger who they would have to ask', async () => {
    expect((await club.say(TOMAS, club.dm(TOMAS), 'hello there')).text).toMatch(/^I log runs/)
    expect((await club.say(OYVIND, club.dm(OYVIND), 'help log')).text).toContain('Help: log')
    const theirs = club.dm(DEMO.newcomer)
    expect((await club.say(DEMO.newcomer, theirs, '3km 20:00')).text).toContain('not in this club yet')
  })
})
