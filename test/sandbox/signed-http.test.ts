import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

type Received = { headers: IncomingHttpHeaders; body: string }

let sandbox: TestSandbox
let server: Server
let requestUrl: string
const received: Received[] = []
let answer: (res: ServerResponse, request: Received) => void

beforeEach(async () => {
  received.length = 0
  answer = res => res.end()
  server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const request = { headers: req.headers, body: Buffer.concat(chunks).toString() }
    received.push(request)
    answer(res, request)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  sandbox = await testSandbox({ http: { requestUrl }, timing: { ackMs: 100, retryDelaysMs: [0, 0, 0] } })
})

afterEach(async () => {
  await sandbox.close()
  const closed = new Promise(resolve => server.close(resolve))
  server.closeAllConnections()
  await closed
})

const openHome = async (deliveries: number) => {
  await sandbox.desk.openHome(IDS.ana)
  await sandbox.desk.until(() => sandbox.desk.deliveries().length === deliveries)
}

describe('a signed request', () => {
  it('carries Slack’s signature of exactly its bytes', async () => {
    await sandbox.desk.type(IDS.ana, IDS.general, '/astral läuft & lacht')
    const [request] = received
    const timestamp = request?.headers['x-slack-request-timestamp']
    const expected = createHmac('sha256', sandbox.signingSecret)
      .update(`v0:${timestamp}:${request?.body}`)
      .digest('hex')
    expect(request?.headers['x-slack-signature']).toBe(`v0=${expected}`)
    expect(timestamp).toBe(String(sandbox.clock.now() / 1000))
    expect(new URLSearchParams(request?.body).get('text')).toBe('läuft &amp; lacht')
  })

  it('gives its challenge, and wants it back', async () => {
    answer = (res, { body }) => res.end(JSON.stringify({ challenge: JSON.parse(body).challenge }))
    await expect(sandbox.verifyRequestUrl()).resolves.toBeUndefined()
    answer = res => res.end('{"challenge":"another"}')
    await expect(sandbox.verifyRequestUrl()).rejects.toThrow('challenge_failed')
  })

  it('with a form carries it as JSON in one field', async () => {
    await sandbox.desk.runShortcut(IDS.ana, 'log_run')
    const payload = new URLSearchParams(received[0]?.body).get('payload') ?? ''
    expect(JSON.parse(payload)).toMatchObject({ type: 'shortcut', callback_id: 'log_run' })
  })

  it('is taken back by plain text in answer to a command', async () => {
    answer = res => res.end('Words')
    expect(await sandbox.desk.type(IDS.ana, IDS.general, '/astral')).toEqual({ ok: true })
    expect(sandbox.desk.messages(IDS.ana, IDS.general)[0]).toMatchObject({
      text: 'Words',
      ephemeralFor: IDS.ana,
    })
  })
})

describe('an event over HTTP', () => {
  it.each([
    ['an error', (res: ServerResponse) => res.writeHead(500).end(), 'http_error'],
    [
      'a redirect',
      (res: ServerResponse) => res.writeHead(302, { location: '/' }).end(),
      'too_many_redirects',
    ],
    ['silence', () => undefined, 'http_timeout'],
  ])('answered by %s comes again three times', async (_what, answering, reason) => {
    answer = answering
    await openHome(4)
    expect(
      received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]),
    ).toEqual([
      [undefined, undefined],
      ['1', reason],
      ['2', reason],
      ['3', reason],
    ])
  })

  it('does not come again when the app asks so', async () => {
    answer = res => res.writeHead(500, { 'x-slack-no-retry': '1' }).end()
    await openHome(1)
    answer = res => res.end()
    await openHome(2)
    expect(received).toHaveLength(2)
    expect(sandbox.desk.deliveries().map(each => each.outcome)).toEqual(['failed', 'acknowledged'])
  })

  it('that finds nobody is tried again too', async () => {
    sandbox.setDelivery({ kind: 'http', requestUrl: 'http://127.0.0.1:1/slack/events' })
    await openHome(4)
    expect(sandbox.desk.deliveries().map(each => each.outcome)).toEqual(Array(4).fill('not-connected'))
  })
})
