import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFileDecoder, type FileDecoder } from '#ingest/ingest-pool.ts'
import { HOUR_MS, instant } from '#kernel/instant.ts'
import { answerFiles } from '#slack/dm/answer-files.ts'
import { answerText } from '#slack/dm/answer-text.ts'
import { directMessageOf } from '#slack/dm/direct-message.ts'
import { recentDeliveries } from '#slack/dm/recent-deliveries.ts'
import type { Message } from '#views/message.ts'
import { encodeFitRun } from '../activity-files/encode-fit.ts'
import { HAS_REAL_FILES, REAL_FILES_NOTE, realFile } from '../activity-files/real-files.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('a direct message', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('started_at').execute()

  describe('of words', () => {
    const say = (text: string, who: string = club.ana, key = `Ev-${text}`) =>
      answerText(slackContext(engine, who), text, key)

    it('is understood as a run, in Slack’s own escapes too, and echoed with Edit and Undo', async () => {
      const answer = await say('8.2km 45:10 easy "tea &amp; cake &lt;3"')
      expect(answer?.text).toBe(
        'Logged *8.2 km in 45:10 (5:30 /km)*, easy run, Fri 20 Nov.\n“tea &amp; cake &lt;3”',
      )
      expect(await stored()).toMatchObject([{ note: 'tea & cake <3', source: 'line' }])
      const [entry] = await engine.db.selectFrom('audit_entries').selectAll().execute()
      expect(entry).toMatchObject({ action: 'activity.logged', surface: 'message' })
    })

    it('is understood with the command’s words before it, and with --again behind', async () => {
      await say('8.2km 45:10 easy at 7:00')
      expect((await say('8.2km 45:30 easy at 12:00'))?.text).toContain('say it again with --again')
      expect((await say('/astral log 8.2km 45:30 easy at 12:00 --again'))?.text).toMatch(/^Logged/)
      expect((await say('astral log 5km 30:00 —again'))?.text).toMatch(/^Logged/)
      expect(await stored()).toHaveLength(3)
    })

    it('that was delivered before is answered with nothing', async () => {
      expect(await say('8.2km 45:10', club.ana, 'Ev1')).not.toBeNull()
      expect(await say('8.2km 45:10', club.ana, 'Ev1')).toBeNull()
      expect(await stored()).toHaveLength(1)
    })

    it('may be decorated, but names nobody: a run is its writer’s own', async () => {
      expect((await say(':runner: 5km 30:00 easy 🏃🏽‍♀️ 💪'))?.text).toMatch(/^Logged \*5 km/)
      expect((await say('<@U0BEN|ben> 6km 36:00'))?.text).toContain('Everybody logs their own runs')
      expect(await stored()).toHaveLength(1)
    })

    it.each(['hello', 'thanks!', 'I ran', 'what can you do?', '', ':wave:'])(
      'such as “%s” gets a hint, and nothing was written',
      async text => {
        expect((await say(text))?.text).toMatch(/^I log runs/)
        expect(await stored()).toEqual([])
      },
    )

    it.each([
      ['8.2km', 'How long did it take? Add the time, such as `8.2km 45:10`.'],
      ['8.2km 45:10 eazy', 'I do not understand “eazy”. Did you mean easy?'],
      ['10km 20:00', 'faster than anybody has ever run it'],
      ['8km 45:10 tomorow', 'I do not understand “tomorow”.'],
      ['8km 45:10 2026-11-21', 'Sat 21 Nov is still to come.'],
    ])('such as “%s” says what is missing, and nothing was written', async (text, answer) => {
      expect((await say(text))?.text).toContain(answer)
      expect(await stored()).toEqual([])
    })

    it('asks for help in any letters, and about a topic', async () => {
      expect((await say('Help'))?.text).toContain('/astral help running')
      expect((await say('help running'))?.text).toContain('/astral log 8.2km 45:10 easy')
      expect((await say('help log'))?.text).toContain('Help: log')
    })

    it('tells who may log: athletes of the club', async () => {
      expect((await say('8.2km 45:10', club.stranger))?.text).toContain('You are not in this club yet')
      expect((await say('8.2km 45:10', club.headCoach))?.text).toContain('Only athletes')
      expect(await stored()).toEqual([])
    })
  })

  describe('with files', () => {
    let decoder: FileDecoder
    let server: Server
    let apiUrl: string
    const served = new Map<string, Uint8Array>()
    let said: { kind: 'post' | 'edit'; message: Message }[]

    beforeAll(async () => {
      decoder = createFileDecoder()
      server = createServer((request, response) => {
        const bytes = served.get(request.url ?? '')
        response.writeHead(bytes ? 200 : 404).end(bytes)
      })
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
    })
    afterAll(async () => {
      await decoder.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    })
    beforeEach(() => {
      served.clear()
      said = []
    })

    const run = (hoursAgo = 2) =>
      encodeFitRun({
        startedAt: instant(TEST_NOW - hoursAgo * HOUR_MS),
        distanceMeters: 8_200,
        durationSeconds: 2_710,
        heartRate: 150,
      })

    async function drop(
      files: Record<string, Uint8Array>,
      given: { text?: string; who?: string; eventId?: string } = {},
    ): Promise<string> {
      const message = directMessageOf({
        type: 'message',
        subtype: 'file_share',
        channel: 'D0ANA',
        channel_type: 'im',
        user: given.who ?? club.ana,
        text: given.text ?? '',
        ts: '1.0',
        files: Object.entries(files).map(([name, bytes]) => {
          const id = `F${createHash('sha1').update(name).update(bytes).digest('hex').slice(0, 8).toUpperCase()}`
          served.set(`/files-pri/${id}`, bytes)
          return {
            id,
            name,
            size: bytes.length,
            url_private_download: new URL(`/files-pri/${id}`, apiUrl).href,
          }
        }),
      })
      if (!message) throw new Error('not a message')
      await answerFiles(
        slackContext(engine, message.user, { decoder, apiUrl }),
        message,
        given.eventId ?? 'Ev1',
        {
          post: async posted => `${said.push({ kind: 'post', message: posted })}`,
          edit: async (_, edited) => void said.push({ kind: 'edit', message: edited }),
        },
      )
      for (const { message: each } of said) expect(checkedMessage(each)).toEqual([])
      return said.at(-1)?.message.text ?? ''
    }

    it('says that it reads, and edits that into what was logged', async () => {
      const text = await drop({ 'morning run.fit': run() }, { text: 'with Ben &amp; Eva' })
      expect(said.map(({ kind }) => kind)).toEqual(['post', 'edit'])
      expect(said[0]?.message.text).toBe('Reading 1 file …')
      expect(text).toBe(
        'Logged *morning run.fit*: *8.2 km in 45:10 (5:30 /km)*, easy run, Fri 20 Nov 16:00, 150 bpm.\n“with Ben &amp; Eva”',
      )
      expect(await stored()).toMatchObject([{ source: 'fit', note: 'with Ben & Eva', distance_cm: 820_000 }])
    })

    it('says of an archive that cannot be read why, and nothing was written', async () => {
      const text = await drop({ 'export.zip': new TextEncoder().encode('PK no archive') })
      expect(said.map(({ kind }) => kind)).toEqual(['post', 'edit'])
      expect(text).toContain('Not read: *export.zip*. It is damaged or cut off')
      expect(await stored()).toEqual([])
      expect(await engine.db.selectFrom('import_jobs').selectAll().execute()).toEqual([])
    })

    it('keeps as much of the words beside a file as a note holds', async () => {
      expect(await drop({ 'run.fit': run() }, { text: 'long '.repeat(400) })).toMatch(/^Logged/)
      expect((await stored())[0]?.note).toHaveLength(1_000)
    })

    it('answers many in one message, each with its reason', async () => {
      const damaged = run(30)
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 0xff
      const text = await drop({
        'run.fit': run(),
        'twice.fit': new Uint8Array(run()),
        'bad.fit': damaged,
        'cat.pdf': new TextEncoder().encode('%PDF-1.7 …'),
        'none.gpx': new Uint8Array(),
        'future.fit': run(-3),
      })
      const lines = text.split('\n\n')
      expect(lines[0]).toMatch(/^Logged \*run\.fit\*/)
      expect(lines[1]).toMatch(/^Not logged: \*twice.fit\*\. This file is logged already/)
      expect(lines[2]).toBe(
        'Not logged: *bad.fit*. The FIT file is damaged: its checksum is wrong. Sync or export it again.',
      )
      expect(lines[3]).toContain('I do not find a recording in this .pdf file')
      expect(lines[4]).toContain('It is empty')
      expect(lines[5]).toContain('would end in the future')
      expect(await stored()).toHaveLength(1)
    })

    it('tells of the run that a file brought before, and nothing more was written', async () => {
      await drop({ 'run.fit': run() }, { eventId: 'Ev1' })
      expect(await drop({ 'renamed.fit': run() }, { eventId: 'Ev2' })).toBe(
        'Not logged: *renamed.fit*. This file is logged already: “Afternoon easy run”: 8.2 km in 45:10 (5:30 /km), Fri 20 Nov.',
      )
      expect(await stored()).toHaveLength(1)
    })

    it('adds a file to the typed run that it looks like, and offers to keep both', async () => {
      await answerText(slackContext(engine, club.ana), '8.2km 45:00 easy at 7:00', 'Ev0')
      await drop({ 'run.fit': run() })
      const { blocks, text } = said.at(-1)?.message ?? { blocks: [], text: '' }
      expect(text).toMatch(/^Added \*run.fit\* to what you had/)
      expect(JSON.stringify(blocks)).toContain('Not the same run')
      expect(await stored()).toHaveLength(1)
    })

    it('fetches nothing for those who cannot log, and says why', async () => {
      expect(await drop({ 'run.fit': run() }, { who: club.headCoach })).toContain('Only athletes')
      expect(said).toHaveLength(1)
      expect(await stored()).toEqual([])
    })

    it('says when Slack does not give the file', async () => {
      const bytes = run()
      const gone = drop({ 'run.fit': bytes })
      served.clear()
      expect(await gone).toContain('I could not fetch it from Slack')
      expect(await stored()).toEqual([])
    })

    it.skipIf(!HAS_REAL_FILES)(`logs real files with their totals${REAL_FILES_NOTE}`, async () => {
      const text = await drop({
        'fenix.fit': realFile('run-9km-fenix2-hr.fit'),
        'strava.gpx': realFile('run-strava-export.gpx'),
        'hr.tcx': realFile('run-4.7km-hr.tcx'),
        'hilly.tcx.gz': realFile('run-hilly-fr945-sloatsburg.tcx.gz'),
        'hilly.fit': realFile('run-hilly-fr945-sloatsburg.fit'),
        'bad-crc.fit': realFile('run-strava-app-bad-crc.fit'),
        'no-times.gpx': realFile('track-without-times.gpx'),
      })
      const lines = text.split('\n\n')
      expect(lines[0]).toContain('*9.01 km in 47:12 (5:14 /km)*, easy run, Sat 15 Aug 2015 16:45')
      expect(lines[1]).toMatch(/\*4\.(58|59|6) km in 32:38/)
      expect(lines[2]).toContain('*4.69 km in 33:13')
      expect(lines[3]).toContain('*14 km in 1:23:09')
      expect(lines[4]).toContain('Added *hilly.fit* to what you had')
      expect(lines[5]).toContain('cut off: its end is missing')
      expect(lines[6]).toContain('no times')
      expect(await stored()).toHaveLength(4)
    })

    it.skipIf(!HAS_REAL_FILES)(`logs each sport of a race day at once${REAL_FILES_NOTE}`, async () => {
      const text = await drop({ 'race.fit': realFile('multisport-fenix2.fit') })
      const rows = await stored()
      expect(text).toContain(`${rows.length} of ${rows.length} activities`)
      expect(rows.map(row => row.sub_type)).toEqual(['other', 'easy-run', 'easy-run', 'ride'])
      expect(new Set(rows.map(row => row.file_sha256)).size).toBe(1)
      expect(said.at(-1)?.message.blocks.at(-1)).toMatchObject({ elements: [{ text: { text: 'Undo all' } }] })
    })
  })

  it('is only what a person writes to Astral alone', () => {
    const message = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: 'hi', ts: '1.0' }
    expect(directMessageOf(message)).toMatchObject({ user: 'U1', text: 'hi', files: [] })
    expect(directMessageOf({ ...message, subtype: 'file_share', files: [{ id: 'F1' }] })).toMatchObject({
      files: [{ id: 'F1' }],
    })
    for (const other of [
      { channel_type: 'channel' },
      { channel_type: 'mpim' },
      { subtype: 'message_changed' },
      { subtype: 'message_deleted' },
      { subtype: 'bot_message' },
      { bot_id: 'B1' },
      { user: undefined },
    ]) {
      expect(directMessageOf({ ...message, ...other })).toBeUndefined()
    }
  })

  it('is answered in words once, however often it is delivered, without remembering for ever', () => {
    const deliveries = recentDeliveries()
    expect(deliveries.isFirst('Ev0')).toBe(true)
    expect(deliveries.isFirst('Ev0')).toBe(false)
    for (let count = 1; count <= 1_000; count += 1) deliveries.isFirst(`Ev${count}`)
    expect(deliveries.isFirst('Ev0')).toBe(true)
    expect(deliveries.isFirst('Ev1000')).toBe(false)
  })
})
