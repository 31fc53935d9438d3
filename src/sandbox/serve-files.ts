import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayBotRead } from './files.ts'
import { kindOf, readBody, readMultipart, sendText } from './http-body.ts'
import type { StoredFile } from './workspace.ts'
import type { World } from './world.ts'

/** Takes the bytes of an upload, raw or as a part of a form; they must be as many as promised, and come once. */
export async function serveUpload(
  world: World,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const [, , id = '', key = ''] = url.pathname.split('/')
  const file = world.space.files.get(id)
  const body = await readBody(req)
  if (!file || file.uploadKey !== key || file.bytes) return sendText(res, 404, 'upload_not_found')
  const bytes = await bytesIn(req, body)
  if (!bytes) return sendText(res, 400, 'no_file_data')
  if (bytes.length !== file.length) {
    return sendText(res, 400, `length_mismatch: ${file.length} promised, ${bytes.length} came`)
  }
  file.bytes = bytes
  sendText(res, 200, `OK - ${bytes.length}`)
}

async function bytesIn(req: IncomingMessage, body: Buffer): Promise<Uint8Array | null> {
  if (kindOf(req).kind !== 'multipart') return new Uint8Array(body)
  for (const [, value] of await readMultipart(req, body)) {
    if (value instanceof Blob) return new Uint8Array(await value.arrayBuffer())
  }
  return null
}

/** `url_private` and `url_private_download`: the bot token opens them, where the bot may read the file. */
export function servePrivateFile(world: World, req: IncomingMessage, res: ServerResponse, url: URL): void {
  const id = url.pathname.split('/')[2]?.split('-')[1] ?? ''
  const isBot = req.headers.authorization === `Bearer ${world.app.tokens.bot}`
  if (!isBot || !world.app.scopes.has('files:read')) {
    sendText(res, 403, 'not_authed')
    return
  }
  const file = world.space.files.get(id)
  sendBytes(res, file && mayBotRead(world, file) ? file : undefined)
}

/** The same files for the sandbox's page, whose people sit at this machine. */
export function serveFile(world: World, res: ServerResponse, url: URL): void {
  sendBytes(res, world.space.files.get(url.pathname.split('/')[2] ?? ''))
}

function sendBytes(res: ServerResponse, file: StoredFile | undefined): void {
  if (!file?.bytes) {
    sendText(res, 404, 'file_not_found')
    return
  }
  const isPicture = file.mimetype.startsWith('image/')
  res.writeHead(200, {
    'content-type': isPicture ? file.mimetype : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    // What people upload must not run as a page of the sandbox.
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  res.end(file.bytes)
}
