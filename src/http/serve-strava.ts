import { timingSafeEqual } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import { webhookKey } from '#connectors/strava/oauth-state.ts'
import type { StravaAccess } from '#connectors/strava/strava-access.ts'
import type { StravaConnector } from '#connectors/strava/strava-connector.ts'
import { eventSchema } from '#connectors/strava/wire.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Logger } from '#kernel/logger.ts'
import { queueStravaEvent } from '#usecases/connection/queue-strava-event.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { messagePage } from './pages/message-page.ts'
import { readBody } from './read-body.ts'

export const STRAVA_PATH = '/strava/'
export const CALLBACK_PATH = '/strava/callback'
const MOST_EVENT_BYTES = 16 * 1024

export type StravaEdge = {
  access: StravaAccess
  connector: StravaConnector
  /** Of the workspace that this installation serves; null while nobody claimed it. */
  organization: () => Promise<OrganizationId | null>
  wake: () => void
}

export function webhookPath({ clientSecret }: StravaAccess): string {
  return `/strava/webhook/${webhookKey(clientSecret)}`
}

/** Where Strava sends athletes back to, and where it says that something happened. */
export function serveStrava(engine: Engine, edge: StravaEdge, logger: Logger): RequestListener {
  const webhook = Buffer.from(webhookPath(edge.access))
  return async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (request.method === 'GET' && url.pathname === CALLBACK_PATH) {
        return await finish(edge, url.searchParams, response)
      }
      const path = Buffer.from(url.pathname)
      if (path.length !== webhook.length || !timingSafeEqual(path, webhook)) return answer(response, 404, {})
      if (request.method === 'GET') return handshake(edge.access, url.searchParams, response)
      if (request.method !== 'POST') return answer(response, 405, {})
      const body = await readBody(request, MOST_EVENT_BYTES)
      await noteEvent(engine, edge, body)
      // Whatever it was: anything else and Strava says it again.
      answer(response, 200, {})
    } catch (error) {
      logger.error('a request of Strava broke', { error: String(error) })
      answer(response, 500, {})
    }
  }
}

function handshake(access: StravaAccess, query: URLSearchParams, response: ServerResponse): void {
  const challenge = query.get('hub.challenge')
  const given = Buffer.from(query.get('hub.verify_token') ?? '')
  const expected = Buffer.from(access.verifyToken)
  const isStrava = given.length === expected.length && timingSafeEqual(given, expected)
  const isHandshake = query.get('hub.mode') === 'subscribe' && isStrava && challenge !== null
  if (isHandshake) answer(response, 200, { 'hub.challenge': challenge })
  else answer(response, 403, {})
}

/** Only a row is written: the work comes after the answer, which Strava wants within two seconds. */
async function noteEvent(engine: Engine, edge: StravaEdge, body: Buffer | null): Promise<void> {
  const event = eventSchema.safeParse(parsed(body))
  const organizationId = event.success ? await edge.organization() : null
  if (!event.success || organizationId === null) return
  const { object_type: kind, object_id: objectId, owner_id: ownerId, updates } = event.data
  const isRevoked = kind === 'athlete' && String(updates?.authorized) === 'false'
  if (kind === 'athlete' && !isRevoked) return
  const who = { kind: 'system', organizationId } as const
  const input = { externalId: String(ownerId), activityId: isRevoked ? null : String(objectId) }
  const done = await perform(engine, { who, surface: 'push' }, queueStravaEvent, input)
  if (done.ok && done.value.isQueued) edge.wake()
}

async function finish(edge: StravaEdge, query: URLSearchParams, response: ServerResponse): Promise<void> {
  const done = await edge.connector.finish(query)
  if (!done.ok) return page(response, 400, 'Strava is not connected', [inPlain(refusalInWords(done.refusal))])
  edge.wake()
  page(response, 200, 'Strava is connected', [
    `Connected to ${done.value.name} in Slack. You can close this page.`,
    'Is that not you? Then somebody sent you their link: remove Astral under “My Apps” in your Strava settings now.',
  ])
}

function parsed(body: Buffer | null): unknown {
  try {
    return body && (JSON.parse(body.toString('utf8')) as unknown)
  } catch {
    return null
  }
}

function page(response: ServerResponse, status: number, title: string, sentences: readonly string[]): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  response.end(messagePage(title, sentences))
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
