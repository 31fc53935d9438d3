import { createHmac, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { isLoopbackName } from '../loopback.ts'
import type { Answer, Attempt, Outgoing, Transport } from './outgoing.ts'

export type HttpDelivery = { requestUrl: string; signingSecret: string }

type Abilities = HttpDelivery & { ackMs: number; now: () => number }
type Sent = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

export type SignedHttp = Transport & {
  /** Slack's check of a request URL: the app must give the challenge back. Throws when it does not. */
  verify(): Promise<void>
}

/** Slack's signed requests: `v0=` + HMAC-SHA256 of `v0:timestamp:body`. */
export function createSignedHttp(abilities: Abilities): SignedHttp {
  const url = new URL(abilities.requestUrl)
  // The sandbox never speaks to the outside.
  if (url.protocol !== 'http:' || !isLoopbackName(url.hostname))
    throw new Error(`not a loopback address: ${url.href}`)
  return {
    isConnected: () => true,
    async send(outgoing, attempt) {
      try {
        const sent = await post(abilities, url, bodyOf(outgoing), retryHeaders(attempt))
        return answerOf(sent)
      } catch (error) {
        const isTimeout = error instanceof Error && error.name === 'AbortError'
        return isTimeout
          ? { outcome: 'timed-out', reason: 'http_timeout' }
          : { outcome: 'not-connected', reason: 'connection_failed' }
      }
    },
    async verify() {
      const challenge = randomBytes(24).toString('base64url')
      const body = JSON.stringify({ type: 'url_verification', token: 'verification', challenge })
      const sent = await post(abilities, url, { type: JSON_TYPE, body }, {})
      const answered = jsonOr(sent.body, sent.body)
      const given =
        typeof answered === 'object' && answered !== null ? Reflect.get(answered, 'challenge') : answered
      if (sent.status !== 200 || given !== challenge) throw new Error('challenge_failed')
    },
  }
}

const JSON_TYPE = 'application/json'
/** Bolt refuses a charset here. */
const FORM_TYPE = 'application/x-www-form-urlencoded'

function bodyOf(outgoing: Outgoing): { type: string; body: string } {
  const { payload } = outgoing
  switch (outgoing.route) {
    case 'events_api':
      return { type: JSON_TYPE, body: JSON.stringify(payload) }
    case 'interactive':
      return { type: FORM_TYPE, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() }
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)])
      return { type: FORM_TYPE, body: new URLSearchParams(fields).toString() }
    }
  }
}

function retryHeaders(attempt: Attempt | null): Record<string, string> {
  if (!attempt) return {}
  return { 'x-slack-retry-num': String(attempt.number), 'x-slack-retry-reason': attempt.reason }
}

function post(
  { signingSecret, ackMs, now }: Abilities,
  url: URL,
  { type, body }: { type: string; body: string },
  more: Record<string, string>,
): Promise<Sent> {
  const timestamp = String(Math.floor(now() / 1000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      {
        method: 'POST',
        // A connection kept open would hold up the app's own stopping.
        agent: false,
        signal: AbortSignal.timeout(ackMs),
        headers: {
          'content-type': type,
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          accept: 'application/json,*/*',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...more,
        },
      },
      res => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    req.on('error', reject)
    req.end(body)
  })
}

function answerOf(sent: Sent): Answer {
  if (sent.status < 200 || sent.status >= 300) {
    const reason = sent.status >= 300 && sent.status < 400 ? 'too_many_redirects' : 'http_error'
    return { outcome: 'failed', reason, isFinal: sent.headers['x-slack-no-retry'] === '1' }
  }
  return { outcome: 'acknowledged', payload: jsonOr(sent.body, sent.body) }
}

function jsonOr(body: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return otherwise
  }
}
