import { z } from 'zod'
import { STRAVA_TOKENS } from '#domain/connection/connection.ts'
import { MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findStravaTokens, saveStravaTokens, type Whose } from '#usecases/connection/strava-tokens.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import type { Vault } from '#vault/vault.ts'
import type { StravaClient, StravaProblem } from './strava-client.ts'
import type { Grant } from './wire.ts'

const tokensSchema = z.object({ access: z.string(), refresh: z.string(), expiresAt: z.number() })
export type Tokens = z.output<typeof tokensSchema>

export type TokenProblem = StravaProblem | { code: 'gone' }

export type StravaTokens = {
  seal(whose: Whose, grant: Grant): string
  /** As they are kept; null where there are none. */
  read(whose: Whose): Promise<Tokens | null>
  /** An access token that is good for some minutes more. `isForced`: a new one in any case. */
  access(whose: Whose, isForced?: boolean): Promise<Result<string, TokenProblem>>
}

const GOOD_FOR_MS = 5 * MINUTE_MS

/** Keeps tokens sealed, and renews one before it expires: a refresh token works once, so never twice at a time. */
export function createStravaTokens(engine: Engine, client: StravaClient, vault: Vault): StravaTokens {
  const underWay = new Map<string, Promise<Result<string, TokenProblem>>>()
  const rowOf = ({ organizationId, accountId }: Whose) => ({ organizationId, accountId, kind: STRAVA_TOKENS })
  const seal: StravaTokens['seal'] = (whose, grant) => {
    const { access_token: access, refresh_token: refresh, expires_at: seconds } = grant
    return vault.seal(JSON.stringify({ access, refresh, expiresAt: seconds * 1_000 }), rowOf(whose))
  }
  const read: StravaTokens['read'] = async whose => {
    const sealed = await findStravaTokens(engine, whose)
    return sealed === null ? null : tokensSchema.parse(JSON.parse(vault.open(sealed, rowOf(whose))))
  }
  async function renew(whose: Whose, tokens: Tokens): Promise<Result<string, TokenProblem>> {
    const grant = await client.refresh(tokens.refresh)
    if (!grant.ok) return grant
    const who = { kind: 'system', organizationId: whose.organizationId } as const
    const sealed = seal(whose, grant.value)
    const saved = await perform(engine, { who, surface: 'clock' }, saveStravaTokens, { ...whose, sealed })
    return saved.ok ? ok(grant.value.access_token) : refuse({ code: 'gone' })
  }
  return {
    seal,
    read,
    access(whose, isForced = false) {
      const key = `${whose.organizationId} ${whose.accountId}`
      const going = underWay.get(key)
      if (going) return going
      const asked = (async (): Promise<Result<string, TokenProblem>> => {
        const tokens = await read(whose)
        if (!tokens) return refuse({ code: 'gone' })
        const isGood = tokens.expiresAt - engine.realNow() > GOOD_FOR_MS
        return isGood && !isForced ? ok(tokens.access) : renew(whose, tokens)
      })().finally(() => underWay.delete(key))
      underWay.set(key, asked)
      return asked
    },
  }
}
