import { z } from 'zod'
import type { SentActivity } from '#domain/connection/connection.ts'
import { type Clock, type Instant, SECOND_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { nextQuarter, type RateSeen, rateSeen, roomAgainAt } from './rate-limit.ts'
import type { StravaAccess } from './strava-access.ts'
import { activitySchema, type Grant, grantSchema, sentActivityOf } from './wire.ts'

export type StravaProblem =
  | { code: 'rate-limited'; until: Instant }
  /** The token, code or refresh token is no good any more. */
  | { code: 'unauthorized' }
  | { code: 'not-found' }
  | { code: 'athlete-limit' }
  | { code: 'unavailable'; status: number }

type Asked<Value> = Promise<Result<Value, StravaProblem>>

/** Strava's API as far as it is used. Never rejects for what Strava or the network does. */
export type StravaClient = {
  exchange(code: string): Asked<Grant>
  refresh(refreshToken: string): Asked<Grant>
  /** A page of activities that began after an instant, oldest first; the last one has fewer than `PAGE`. */
  activities(
    accessToken: string,
    after: Instant,
    page: number,
  ): Asked<{ read: SentActivity[]; count: number }>
  activity(accessToken: string, id: string): Asked<SentActivity>
  revoke(refreshToken: string): Asked<void>
}

export const PAGE = 100
const TIMEOUT_MS = 10 * SECOND_MS
/** Old activities wait when so much is used up, so that new ones still find room. */
const SHARE_OF_BACKFILL = 0.8

export function createStravaClient(access: StravaAccess, now: Clock): StravaClient {
  let seen: RateSeen | null = null

  async function send(path: string, init: RequestInit): Promise<Response | null> {
    try {
      const response = await fetch(new URL(path, access.url), {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      return response
    } catch {
      return null
    }
  }

  async function read<Value>(
    path: string,
    accessToken: string,
    share: number,
    schema: z.ZodType<Value>,
  ): Asked<Value> {
    const wait = roomAgainAt(seen, share, now())
    if (wait !== null) return refuse({ code: 'rate-limited', until: wait })
    const response = await send(path, { headers: { authorization: `Bearer ${accessToken}` } })
    if (!response) return refuse({ code: 'unavailable', status: 0 })
    seen = rateSeen(response.headers, now())
    if (response.status === 429) {
      return refuse({ code: 'rate-limited', until: roomAgainAt(seen, 1, now()) ?? nextQuarter(now()) })
    }
    return valueIn(response, schema)
  }

  async function token(fields: Record<string, string>): Asked<Grant> {
    const { clientId, clientSecret } = access
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields })
    const response = await send('oauth/token', { method: 'POST', body })
    return response ? valueIn(response, grantSchema) : refuse({ code: 'unavailable', status: 0 })
  }

  return {
    exchange: code => token({ code, grant_type: 'authorization_code' }),
    refresh: refreshToken => token({ refresh_token: refreshToken, grant_type: 'refresh_token' }),
    async activities(accessToken, after, page) {
      const query = `after=${Math.floor(after / 1_000)}&page=${page}&per_page=${PAGE}`
      const path = `api/v3/athlete/activities?${query}`
      const found = await read(path, accessToken, SHARE_OF_BACKFILL, z.array(activitySchema))
      if (!found.ok) return found
      return ok({
        read: found.value.flatMap(each => sentActivityOf(each) ?? []),
        count: found.value.length,
      })
    },
    async activity(accessToken, id) {
      const found = await read(`api/v3/activities/${encodeURIComponent(id)}`, accessToken, 1, activitySchema)
      if (!found.ok) return found
      const sent = sentActivityOf(found.value)
      return sent ? ok(sent) : refuse({ code: 'not-found' })
    },
    async revoke(refreshToken) {
      const basic = Buffer.from(`${access.clientId}:${access.clientSecret}`).toString('base64')
      const response = await send('oauth/revoke', {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ token: refreshToken, token_type_hint: 'refresh_token' }),
      })
      if (!response) return refuse({ code: 'unavailable', status: 0 })
      return response.ok ? ok(undefined) : refuse(await problemOf(response))
    },
  }
}

async function valueIn<Value>(response: Response, schema: z.ZodType<Value>): Asked<Value> {
  if (!response.ok) return refuse(await problemOf(response))
  const parsed = schema.safeParse(await response.json().catch(() => null))
  return parsed.success ? ok(parsed.data) : refuse({ code: 'unavailable', status: response.status })
}

async function problemOf(response: Response): Promise<StravaProblem> {
  const { status } = response
  const said = (await response.text().catch(() => '')).slice(0, 2_000)
  if (status === 403 && /connected athletes|athlete limit/i.test(said)) return { code: 'athlete-limit' }
  if (status === 404) return { code: 'not-found' }
  // A code or refresh token that is no good is a 400 that names it.
  const isToken = status === 400 && /RefreshToken|AuthorizationCode/.test(said)
  if (status === 401 || isToken) return { code: 'unauthorized' }
  return { code: 'unavailable', status }
}
