import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDict } from './block-kit/check.ts'
import { readBody, sendJson, sendText } from './http-body.ts'
import { respond } from './respond.ts'
import { SlackError } from './slack-error.ts'
import { json } from './web-api/arguments.ts'
import type { World } from './world.ts'

/** Takes one use of a response_url: 404 when it is used up, expired or unknown, as Slack does. */
export async function serveResponseUrl(
  world: World,
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
): Promise<void> {
  const startedAt = world.now()
  const body = json((await readBody(req)).toString(), '', [])
  const done = (error: string | null, messages: readonly string[] = []) =>
    world.ledger.call({
      at: startedAt,
      method: 'response_url',
      arguments: body,
      ok: error === null,
      error,
      messages: [...messages],
      milliseconds: world.now() - startedAt,
    })
  const used = world.responseUrls.use(key)
  if (!used.ok) {
    done(used.error)
    return sendText(res, 404, used.error)
  }
  try {
    if (!isDict(body)) throw new SlackError('invalid_payload')
    respond(world, used.target, body)
    done(null)
    sendText(res, 200, 'ok')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    done(error.code, error.messages)
    const wait = error.code === 'ratelimited' ? { 'retry-after': String(error.extra.retryAfter) } : {}
    sendJson(
      res,
      error.code === 'ratelimited' ? 429 : 400,
      { ok: false, error: error.code, response_metadata: { messages: error.messages } },
      wait,
    )
  }
}
