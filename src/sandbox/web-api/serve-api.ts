import type { IncomingMessage, ServerResponse } from 'node:http'
import { kindOf, readBody, readMultipart, sendJson } from '../http-body.ts'
import { SlackError } from '../slack-error.ts'
import type { World } from '../world.ts'
import { type Answer, type Method, requireScope } from './method.ts'
import { METHODS } from './method-table.ts'

type Request = { args: Record<string, unknown>; token: string | null; warnings: string[] }

/** Answers one call of the Web API and writes it into the ledger. */
export async function serveApi(
  world: World,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const name = decodeURIComponent(url.pathname.slice('/api/'.length))
  const startedAt = world.now()
  let request: Request = { args: {}, token: null, warnings: [] }
  let status = 200
  const headers: Record<string, string> = {}
  let body: Record<string, unknown>
  try {
    request = await readRequest(req, url)
    const answer = await answerCall(world, name, request, headers)
    body = { ok: true, ...withWarnings(answer, request.warnings) }
  } catch (error) {
    if (!(error instanceof SlackError))
      world.log(`${name}: ${error instanceof Error ? error.stack : String(error)}`)
    const refused = error instanceof SlackError ? error : new SlackError('internal_error')
    if (refused.code === 'ratelimited') {
      status = 429
      headers['retry-after'] = String(refused.extra.retryAfter)
    }
    body = bodyOf(refused)
  }
  world.ledger.call({
    at: startedAt,
    method: name,
    arguments: request.args,
    ok: body.ok === true,
    error: typeof body.error === 'string' ? body.error : null,
    messages: messagesIn(body),
    milliseconds: world.now() - startedAt,
  })
  sendJson(res, status, body, headers)
}

async function answerCall(
  world: World,
  name: string,
  request: Request,
  headers: Record<string, string>,
): Promise<Answer> {
  const method = METHODS.get(name)
  if (!method) throw new SlackError('unknown_method', [], { req_method: name })
  requireToken(world, method, request.token)
  if (method.token === 'bot') {
    headers['x-oauth-scopes'] = [...world.app.scopes].join(',')
    headers['x-accepted-oauth-scopes'] = method.scopes.join(',')
    requireScope(world, ...method.scopes)
  }
  const pace = world.pace.take(`method:${name}`, method.perMinute / 60, method.perMinute)
  if (!pace.ok) throw new SlackError('ratelimited', [], { retryAfter: pace.retryAfter })
  const { team_id: teamId, ...args } = request.args
  if (teamId !== undefined && teamId !== world.space.team.id) throw new SlackError('team_not_found')
  return method.call(world, args)
}

function requireToken(world: World, method: Method, token: string | null): void {
  if (method.token === 'none') return
  if (token === null) throw new SlackError('not_authed')
  const { bot, app } = world.app.tokens
  if (token !== bot && token !== app) throw new SlackError('invalid_auth')
  if (token !== (method.token === 'app' ? app : bot)) throw new SlackError('not_allowed_token_type')
}

async function readRequest(req: IncomingMessage, url: URL): Promise<Request> {
  const args: Record<string, unknown> = Object.fromEntries(url.searchParams)
  // A token in an address ends up in logs: Slack no longer takes it there.
  delete args.token
  const warnings: string[] = []
  const bytes = await readBody(req)
  const { kind, charset } = kindOf(req)
  if (kind === 'json' && bytes.length > 0) {
    if (!charset) warnings.push('missing_charset')
    Object.assign(args, parsedJson(bytes.toString()))
  } else if (kind === 'form') {
    if (charset) warnings.push('superfluous_charset')
    Object.assign(args, Object.fromEntries(new URLSearchParams(bytes.toString())))
  } else if (kind === 'multipart') {
    const form = await readMultipart(req, bytes)
    for (const [name, value] of form) args[name] = value
  } else if (bytes.length > 0) {
    throw new SlackError('invalid_form_data')
  }
  const { token, ...rest } = args
  const bearer = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1]
  return { args: rest, token: bearer ?? (typeof token === 'string' ? token : null), warnings }
}

function parsedJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    throw new SlackError('invalid_json')
  }
  throw new SlackError('json_not_object')
}

function withWarnings(
  { warnings = [], ...answer }: Answer,
  more: readonly string[],
): Record<string, unknown> {
  const all = [...warnings, ...more]
  if (all.length === 0) return answer
  const metadata = typeof answer.response_metadata === 'object' ? answer.response_metadata : {}
  return { ...answer, warning: all.join(','), response_metadata: { ...metadata, warnings: all } }
}

function bodyOf({ code, messages, extra }: SlackError): Record<string, unknown> {
  const { retryAfter: _wait, ...rest } = extra
  return {
    ok: false,
    error: code,
    ...(messages.length > 0 && { response_metadata: { messages } }),
    ...rest,
  }
}

function messagesIn(body: Record<string, unknown>): string[] {
  const metadata = body.response_metadata
  const messages = typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'messages') : []
  return Array.isArray(messages) ? messages.map(String) : []
}
