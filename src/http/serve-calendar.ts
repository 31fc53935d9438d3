import { createHash } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import { type IcsCalendar, printIcs } from '#domain/plan/calendar/print-ics.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { ask } from '#usecases/ask.ts'
import type { Engine } from '#usecases/perform.ts'
import { findCalendarReader, readCalendar } from '#usecases/plan/calendar/read-calendar.ts'
import { calendarOfSessions } from '#views/calendar-sessions.ts'
import { clientAddress } from './client-address.ts'
import { createRateLimit } from './rate-limit.ts'
import { createWrongLinks } from './wrong-links.ts'

export const CALENDAR_PATH = '/plans/'
export const MOST_READINGS = 120
const WITHIN_MS = 10 * MINUTE_MS
const ADDRESS = /^\/plans\/([0-9a-f]+)\.ics$/

/** Answers `/plans/SECRET.ics` with its owner's planned sessions, and tells nothing about any other address. */
export function serveCalendar(
  engine: Pick<Engine, 'db' | 'businessNow' | 'realNow'>,
  logger: Logger,
): RequestListener {
  const wrong = createWrongLinks(engine.realNow)
  const readings = createRateLimit(engine.realNow, MOST_READINGS, WITHIN_MS)
  return async (request, response) => {
    try {
      const address = clientAddress(request)
      if (wrong.isBlocked(address)) return refused(response, 429, 'Too many requests.')
      const path = (request.url ?? '').split('?')[0] ?? ''
      const reader = await findCalendarReader(engine, ADDRESS.exec(path)?.[1] ?? '')
      const found = reader && (await ask(engine, reader.who, readCalendar, {}))
      if (!reader || !found?.ok) {
        wrong.note(address)
        if (wrong.isBlocked(address)) logger.warn('calendar addresses are being guessed', { address })
        return refused(response, 404, 'Not found.')
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD')
        return refused(response, 405, 'Read it with GET.')
      }
      if (!readings.take(reader.key)) return refused(response, 429, 'Too many requests.')
      const calendar = calendarOfSessions(found.value)
      const headers = { ...HEADERS, etag: etagOf(calendar) }
      if (isKnown(request.headers['if-none-match'], headers.etag)) {
        response.writeHead(304, headers)
        response.end()
        return
      }
      const body = Buffer.from(printIcs(calendar, found.value.now))
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-length': body.length,
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    } catch (error) {
      // The address is a secret: it is not among what is logged.
      logger.error('a calendar broke', { error: String(error) })
      refused(response, 500, 'Something broke.')
    }
  }
}

const HEADERS = {
  'cache-control': 'private, no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

/** Weak, because each answer bears the moment at which it was printed: the same sessions are the same calendar. */
function etagOf(calendar: IcsCalendar): string {
  const hash = createHash('sha256')
    .update(printIcs(calendar, instant(0)))
    .digest('base64url')
  return `W/"${hash}"`
}

/** RFC 9110, 13.1.2: compared weakly, with each in the list. */
function isKnown(asked: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return (asked ?? '').split(',').some(tag => tag.trim() === '*' || bare(tag) === bare(etag))
}

function refused(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    ...HEADERS,
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 429 ? { 'retry-after': String(WITHIN_MS / 1_000) } : {}),
  })
  response.end(`${words}\n`)
}
