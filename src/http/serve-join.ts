import type { RequestListener } from 'node:http'
import type { Logger } from '#kernel/logger.ts'
import { openJoinLink } from '#usecases/invitation/open-join-link.ts'
import type { Engine } from '#usecases/perform.ts'
import { clientAddress } from './client-address.ts'
import { deadLinkPage, joinPage, tooManyPage } from './pages/join-page.ts'
import { createWrongLinks } from './wrong-links.ts'

/** A code has at most so many characters, dashes included; longer ones are not even looked up. */
const LONGEST = 64

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Answers `/join/CODE`: explains a good link, and tells nothing about any other. */
export function serveJoin(
  engine: Pick<Engine, 'db' | 'businessNow' | 'realNow'>,
  slackTeamId: string,
  logger: Logger,
): RequestListener {
  const wrongLinks = createWrongLinks(engine.realNow)
  return async (request, response) => {
    const send = (status: number, html: string, more: Record<string, string> = {}) => {
      response.writeHead(status, { ...HEADERS, ...more })
      response.end(request.method === 'HEAD' ? '' : html)
    }
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        send(405, deadLinkPage(), { allow: 'GET, HEAD' })
        return
      }
      const address = clientAddress(request)
      if (wrongLinks.isBlocked(address)) {
        send(429, tooManyPage(), { 'retry-after': '600' })
        return
      }
      const code = codeIn(request.url ?? '')
      const found = code === null ? null : await openJoinLink(engine, slackTeamId, code)
      if (code === null || found === null) {
        wrongLinks.note(address)
        if (wrongLinks.isBlocked(address)) logger.warn('links are being guessed', { address })
        send(404, deadLinkPage())
        return
      }
      send(200, joinPage(found.clubName, code))
    } catch (error) {
      logger.error('the join page broke', { error: String(error) })
      send(500, deadLinkPage())
    }
  }
}

function codeIn(url: string): string | null {
  const [path = ''] = url.split('?')
  try {
    const code = decodeURIComponent(path.slice('/join/'.length)).toUpperCase()
    return code.length <= LONGEST && /^[A-Z0-9-]+$/.test(code) ? code : null
  } catch {
    return null
  }
}
