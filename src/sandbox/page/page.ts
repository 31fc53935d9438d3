import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from '../desk.ts'
import { act } from './act.ts'
import { drawDocument, drawNobody } from './document.ts'
import { isLoopbackHost, isOwnOrigin, secureHeaders, send, sendJson } from './guard.ts'
import { toMarkup } from './html.ts'
import { streamRevisions } from './live.ts'
import { lookingFrom } from './looking.ts'
import { BodyError, readJson } from './read-body.ts'
import { stateOf } from './regions.ts'
import { type PageOptions, sceneOf } from './scene.ts'
import { serveAsset, serveFile } from './serve-asset.ts'

export type { PageOptions, Tip } from './scene.ts'

/** Answers a request if it is the page's: true when it was, false for a path that belongs to somebody else. */
export type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/**
 * The workspace in a browser, for people on this computer: `/`, `/page/*` and `/files/*`.
 * It acts only through `desk`; what changes there reaches every open tab at once.
 */
export function createPage(desk: Desk, options: PageOptions = {}): Page {
  let revision = 0
  desk.subscribe(next => {
    revision = next
  })

  return async (request, response, url) => {
    const path = url.pathname
    if (path !== '/' && !path.startsWith('/page/') && !path.startsWith('/files/')) return false
    if (!isLoopbackHost(request.headers.host)) {
      send(response, 403, 'text/plain; charset=utf-8', 'This page is for this computer only.')
      return true
    }
    secureHeaders(response)
    if (request.method === 'POST' && path === '/page/act') {
      await answerAct(desk, options, request, response)
      return true
    }
    if (request.method !== 'GET') {
      send(response, 405, 'text/plain; charset=utf-8', 'Only GET here.')
      return true
    }
    if (path === '/page/live') {
      streamRevisions(desk, () => revision, request, response)
      return true
    }
    if (path === '/' || path === '/page/state') {
      answerState(desk, options, url, response, revision)
      return true
    }
    return path.startsWith('/files/') ? serveFile(desk, response, path) : serveAsset(response, path)
  }
}

function answerState(
  desk: Desk,
  options: PageOptions,
  url: URL,
  response: ServerResponse,
  revision: number,
): void {
  const looking = lookingFrom(desk, url.searchParams)
  const state = looking ? stateOf(sceneOf(desk, options, looking)) : null
  if (url.pathname === '/') {
    const document = state ? drawDocument(state) : drawNobody()
    send(response, 200, 'text/html; charset=utf-8', toMarkup(document))
    return
  }
  if (!state) {
    sendJson(response, 404, { error: 'nobody' })
    return
  }
  const regions = Object.fromEntries(
    Object.entries(state.regions).map(([name, content]) => [name, toMarkup(content)]),
  )
  sendJson(response, 200, { ...state, regions, revision })
}

async function answerAct(
  desk: Desk,
  options: PageOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnOrigin(request)) {
    sendJson(response, 403, { ok: false, error: 'foreign_origin', message: 'Only the page itself may act.' })
    return
  }
  try {
    sendJson(response, 200, await act(desk, options.timeMachine, await readJson(request)))
  } catch (error) {
    if (!(error instanceof BodyError)) throw error
    sendJson(response, error.status, { ok: false, error: 'bad_request', message: error.message })
  }
}
