import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCsv } from '#ingest/read-csv.ts'
import { rosterImportButtons } from '#slack/actions/roster-import.ts'
import { answerTables, isTable } from '#slack/dm/answer-tables.ts'
import type { Message } from '#views/message.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('a table dropped into the direct message', () => {
  let engine: TestEngine
  let club: TestClub
  let server: Server
  let base: string
  let content: string | Uint8Array = ''

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/csv').end(content)
    })
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve)
    })
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise(resolve => server.close(resolve)))
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  let deliveries = 0
  const drop = async (table: string | Uint8Array, who: string = club.headCoach): Promise<Message> => {
    content = table
    const said: Message[] = []
    const reply = {
      post: async (message: Message) => {
        said.push(message)
        return '1'
      },
      edit: async (_ts: string, message: Message) => {
        said.push(message)
      },
    }
    const file = { id: 'F1', name: 'roster.csv', url_private_download: `${base}/roster.csv` }
    deliveries += 1
    await answerTables(
      slackContext(engine, who, { apiUrl: `${base}/api/` }),
      [file],
      `Ev${deliveries}`,
      reply,
    )
    expect(said.flatMap(message => checkedMessage(message))).toEqual([])
    return said.at(-1) ?? { text: '', blocks: [] }
  }
  const buttonsOf = (message: Message) =>
    message.blocks.flatMap(block => (block.type === 'actions' ? block.elements : [])) as {
      action_id: string
      value: string
      text: { text: string }
    }[]
  const press = async (message: Message, at = 0) => {
    const pressed = buttonsOf(message)[at]
    const action = rosterImportButtons.find(each => each.actionId === pressed?.action_id)
    return action?.press(slackContext(engine, club.headCoach), pressed?.value ?? '')
  }

  it('is known by its name', () => {
    expect(isTable({ id: 'F1', name: 'Club.CSV' })).toBe(true)
    expect(isTable({ id: 'F1', name: 'run.fit' })).toBe(false)
  })

  it('is answered with what it would do, and does it when Apply is pressed, once', async () => {
    const message = await drop('name;level;labels\nAna;beginner;"marathon; track"\nNobody;x;\n')
    expect(message.text).toContain('1 athlete would change')
    expect(message.text).toContain('Line 2. Ana: level → beginner, labels → @marathon @track')
    expect(message.text).toContain('Line 3. Nobody: Nobody in the club is “Nobody”.')
    expect(buttonsOf(message).map(each => each.text.text)).toEqual(['Apply 1 change', 'Cancel'])
    expect((await press(message))?.replace?.text).toBe('✓ *roster.csv* is applied: 1 athlete changed.')
    expect((await press(message))?.replace?.text).toContain('applied already')
    expect((await press(message, 1))?.replace?.text).toContain('applied already')
  })

  it('is read whatever a spreadsheet makes of it', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('name\tlevel\r\nAna\tünter\r\n', 'utf16le'),
    ])
    for (const table of [
      utf16,
      Buffer.from('name,level\nAna,\xfcnter\n', 'latin1'),
      '\uFEFFname,level\r\nAna,"ünter"\r\n\r\n',
    ]) {
      expect((await drop(table)).text).toContain('level → ünter')
    }
  })

  it('is refused in words when it is none, or knows other columns; nothing is written', async () => {
    const before = await wholeDatabase(engine)
    expect((await drop('name,level\n"Ana,x\nBen')).text).toContain('cannot read this file as CSV')
    expect((await drop('PK\u0003\u0004\u0000\u0000')).text).toContain('cannot read this file as CSV')
    expect((await drop('')).text).toContain('no line below the header')
    expect((await drop('name,<!channel>\nAna,1\n')).text).toContain(
      'I do not know the column “&lt;!channel&gt;”',
    )
    expect((await drop('name,level\nAna,x\n', club.ana)).text).toContain('Only the head coach')
    expect((await drop('name,level\nAna,x\n', club.assistant)).text).toContain('Only the head coach')
    expect((await drop('name,level\nAna,x\n', club.stranger)).text).toContain('not in this club')
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('of many faults lists the first, and sends all of them as a file', async () => {
    const message = await drop(
      `name,level\n${Array.from({ length: 300 }, (_, at) => `Nobody ${at} ${'*'.repeat(60)},x`).join('\n')}`,
    )
    expect(message.text).toContain('300 lines cannot be read')
    expect(message.text).toMatch(/… and 2\d\d more/)
    expect(message.text).toContain('comes as a file')
    expect(buttonsOf(message)).toEqual([])
    const queued = await engine.db.selectFrom('outbox').select(['kind', 'recipient']).execute()
    expect(queued).toEqual([{ kind: 'roster-import-report', recipient: 'UHEAD' }])
  })

  it('of 10,000 lines is read without holding everybody up', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `Person ${at},p${at}@example.org,beginner,"a; b"`)
    const bytes = Buffer.from(`name,email,level,labels\n${lines.join('\n')}\n`)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const rows = await readCsv(bytes, 10_002)
    delay.disable()
    expect(rows.ok && rows.value.length).toBe(10_001)
    expect(delay.max / 1e6).toBeLessThan(250)
    expect(await readCsv(bytes, 5)).toMatchObject({ ok: true, value: { length: 5 } })
  })
})
