import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendText } from './http-body.ts'
import { isFromHere } from './loopback.ts'
import type { RequestHandler } from './sandbox.ts'
import { serveFile, servePrivateFile, serveUpload } from './serve-files.ts'
import { serveResponseUrl } from './serve-response-url.ts'
import { serveApi } from './web-api/serve-api.ts'
import type { World } from './world.ts'

/** One door for everything: the wire first, then the page. */
export function serveRequest(
  world: World,
  page: RequestHandler | undefined,
): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    route(world, page, req, res).catch((error: unknown) => {
      world.log(`${req.method} ${req.url}: ${error instanceof Error ? error.stack : String(error)}`)
      if (!res.headersSent) sendText(res, 500, 'internal_error')
      else res.destroy()
    })
  }
}

async function route(
  world: World,
  page: RequestHandler | undefined,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (!isFromHere(req)) return sendText(res, 403, 'only from this machine')
  const url = new URL(req.url ?? '/', world.origin())
  const [, room = '', rest = ''] = url.pathname.split('/')
  if (room === 'api') return serveApi(world, req, res, url)
  if (room === 'response' && req.method === 'POST') return serveResponseUrl(world, req, res, rest)
  if (room === 'upload' && req.method === 'POST') return serveUpload(world, req, res, url)
  if (room === 'files-pri') return servePrivateFile(world, req, res, url)
  if (page && (await page(req, res, url))) return
  if (room === 'files') return serveFile(world, res, url)
  sendText(res, 404, 'not found')
}
