import type { RequestListener, ServerResponse } from 'node:http'
import type { SentActivity } from '#domain/connection/connection.ts'
import { MINUTE_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import type { Result } from '#kernel/result.ts'
import { findPushOwner } from '#usecases/connection/find-push-owner.ts'
import { type Received, receiveWorkouts } from '#usecases/connection/receive-workouts.ts'
import { type Engine, type Identity, perform } from '#usecases/perform.ts'
import { clientAddress } from './client-address.ts'
import { createRateLimit } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { createWrongLinks } from './wrong-links.ts'

export const PUSH_PATH = '/push/apple-health/'
export const MOST_PUSH_BYTES = 10 * 1024 * 1024
export const MOST_PUSHES = 60
const WITHIN_MS = 10 * MINUTE_MS
/** One transaction's worth. */
const AT_ONCE = 100
/** What of a refusal list is of use to whoever reads it. */
const MOST_REFUSED = 50

type Unread = { code: 'push-malformed'; field: string; expected: string } | { code: 'too-busy' }
export type ReadPush = (bytes: Uint8Array) => Promise<Result<SentActivity[], Unread>>

/** Takes what an athlete's phone pushes to their personal address. Whoever has no such address learns nothing. */
export function servePush(engine: Engine, read: ReadPush, logger: Logger): RequestListener {
  const wrong = createWrongLinks(engine.realNow)
  const pushes = createRateLimit(engine.realNow, MOST_PUSHES, WITHIN_MS)
  return async (request, response) => {
    try {
      const address = clientAddress(request)
      if (wrong.isBlocked(address)) return refused(response, 429, 'Too many requests.', 'RATE_LIMITED')
      const path = (request.url ?? '').split('?')[0] ?? ''
      const owner = await findPushOwner(engine, path.slice(PUSH_PATH.length))
      if (!owner) {
        wrong.note(address)
        return refused(response, 404, 'Not found.', 'NOT_FOUND')
      }
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST')
        return refused(response, 405, 'Send it with POST.', 'METHOD_NOT_ALLOWED')
      }
      if (!pushes.take(owner.key)) {
        response.setHeader('retry-after', WITHIN_MS / 1_000)
        return refused(response, 429, 'Too many pushes; try again in ten minutes.', 'RATE_LIMITED')
      }
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
        return refused(response, 415, 'Send it without compression.', 'UNSUPPORTED_ENCODING')
      }
      const body = await readBody(request, MOST_PUSH_BYTES)
      if (!body) {
        response.setHeader('connection', 'close')
        return refused(response, 413, 'More than 10 MB: send fewer days at once.', 'TOO_LARGE')
      }
      const workouts = await read(body)
      if (!workouts.ok) {
        const why = workouts.refusal
        if (why.code === 'too-busy') return refused(response, 503, 'Busy; try again in a minute.', 'BUSY')
        const where = why.field === '' ? 'The body' : `"${why.field}"`
        return refused(response, 400, `${where} should be ${why.expected}.`, 'MALFORMED', why.field)
      }
      const done = await receiveAll(engine, owner.who, workouts.value)
      if (done.ok) return send(response, 200, bodyOf(done.value, workouts.value.length))
      const isSuspended = done.refusal.code === 'suspended'
      if (isSuspended) return refused(response, 403, 'Your membership is suspended.', 'SUSPENDED')
      return refused(response, 404, 'Not found.', 'NOT_FOUND')
    } catch (error) {
      logger.error('a push broke', { error: String(error) })
      refused(response, 500, 'Something broke.', 'INTERNAL')
    }
  }
}

/** In transactions of a hundred, so that a long list does not hold up everything else. */
async function receiveAll(engine: Engine, who: Identity, workouts: readonly SentActivity[]) {
  const all: Received = { logged: [], merged: [], known: 0, refused: [] }
  for (let from = 0; from === 0 || from < workouts.length; from += AT_ONCE) {
    const some = workouts.slice(from, from + AT_ONCE)
    const done = await perform(engine, { who, surface: 'push' }, receiveWorkouts, some)
    if (!done.ok) return done
    all.logged.push(...done.value.logged)
    all.merged.push(...done.value.merged)
    all.known += done.value.known
    all.refused.push(...done.value.refused.map(each => ({ ...each, index: each.index + from })))
  }
  return { ok: true, value: all } as const
}

function bodyOf({ logged, merged, known, refused }: Received, count: number) {
  return {
    received: count,
    logged: logged.length,
    merged: merged.length,
    known,
    refused: refused
      .slice(0, MOST_REFUSED)
      .map(({ index, why }) => ({ field: `data.workouts[${index}]`, reason: why })),
  }
}

function refused(response: ServerResponse, status: number, error: string, code: string, field?: string) {
  send(response, status, { error, details: { code, ...(field ? { field } : {}) } })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(`${JSON.stringify(body)}\n`)
}
