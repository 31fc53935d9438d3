import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { beginStrava, findOauthOwner } from '#usecases/connection/begin-strava.ts'
import { finishStrava } from '#usecases/connection/finish-strava.ts'
import { forgetStrava, forgetStravaActivities } from '#usecases/connection/forget-strava.ts'
import { saveStravaActivities } from '#usecases/connection/save-strava-activities.ts'
import { dropStravaTokens, type Whose } from '#usecases/connection/strava-tokens.ts'
import { type Engine, type Identity, perform, type UseCase } from '#usecases/perform.ts'
import type { Vault } from '#vault/vault.ts'
import { checkedState, signedState } from './oauth-state.ts'
import { STRAVA_SCOPE, type StravaAccess } from './strava-access.ts'
import { createStravaClient, PAGE } from './strava-client.ts'
import { createStravaTokens, type TokenProblem } from './strava-tokens.ts'

export type ConnectorWork = Whose & { kind: 'backfill' | 'activity' | 'access' | 'revoke'; payload: unknown }

/** What became of a piece of work: `later` when Strava has room again, with the next step where there is one. */
export type WorkOutcome =
  | { kind: 'done' }
  | { kind: 'next'; payload: unknown }
  | { kind: 'later'; at: Instant }
  | { kind: 'failed'; why: string }

export type StravaConnector = {
  /** The page at which Strava asks the athlete; `callback` is where it sends them back. */
  start(who: Identity, callback: string): Promise<Result<string, Refusal>>
  finish(query: URLSearchParams): Promise<Result<{ name: string }, Refusal>>
  work(job: ConnectorWork): Promise<WorkOutcome>
}

const backfillSchema = z.object({ after: z.number(), page: z.number().int() })
const activitySchema = z.object({ activityId: z.string() })
const DONE: WorkOutcome = { kind: 'done' }

export function createStravaConnector(engine: Engine, access: StravaAccess, vault: Vault): StravaConnector {
  const client = createStravaClient(access, engine.realNow)
  const tokens = createStravaTokens(engine, client, vault)
  /** Work of the clock's, which no rule refuses but that the connection ended meanwhile. */
  const write = async <I extends Whose, V, R>(useCase: UseCase<I, V, R>, input: I) => {
    const who = { kind: 'system', organizationId: input.organizationId } as const
    return perform(engine, { who, surface: 'clock' }, useCase, input)
  }

  async function failed(whose: Whose, problem: TokenProblem): Promise<WorkOutcome> {
    switch (problem.code) {
      case 'rate-limited':
        return { kind: 'later', at: problem.until }
      case 'unauthorized':
        await write(forgetStrava, whose)
        return DONE
      case 'gone':
      case 'not-found':
        return DONE
      case 'athlete-limit':
      case 'unavailable':
        return { kind: 'failed', why: `${problem.code} ${'status' in problem ? problem.status : ''}`.trim() }
    }
  }

  async function backfill(whose: Whose, payload: unknown): Promise<WorkOutcome> {
    const { after, page } = backfillSchema.parse(payload)
    const token = await tokens.access(whose)
    if (!token.ok) return failed(whose, token.refusal)
    const found = await client.activities(token.value, instant(after), page)
    if (!found.ok) return failed(whose, found.refusal)
    const fetchedAt = engine.realNow()
    const saved = await write(saveStravaActivities, { ...whose, activities: found.value.read, fetchedAt })
    if (!saved.ok || found.value.count < PAGE) return DONE
    return { kind: 'next', payload: { after, page: page + 1 } }
  }

  async function activity(whose: Whose, payload: unknown): Promise<WorkOutcome> {
    const { activityId } = activitySchema.parse(payload)
    const token = await tokens.access(whose)
    if (!token.ok) return failed(whose, token.refusal)
    const found = await client.activity(token.value, activityId)
    if (!found.ok && found.refusal.code === 'not-found') {
      await write(forgetStravaActivities, { ...whose, externalIds: [activityId] })
      return DONE
    }
    if (!found.ok) return failed(whose, found.refusal)
    await write(saveStravaActivities, { ...whose, activities: [found.value], fetchedAt: engine.realNow() })
    return DONE
  }

  /** Strava is asked whether it is true that access was taken back. */
  async function checkAccess(whose: Whose): Promise<WorkOutcome> {
    const token = await tokens.access(whose, true)
    return token.ok ? DONE : failed(whose, token.refusal)
  }

  async function revoke(whose: Whose): Promise<WorkOutcome> {
    const kept = await tokens.read(whose)
    const told = kept ? await client.revoke(kept.refresh) : null
    // A token that is no good any more is as good as revoked.
    if (told && !told.ok && told.refusal.code !== 'unauthorized') return failed(whose, told.refusal)
    await write(dropStravaTokens, whose)
    return DONE
  }

  return {
    async start(who, callback) {
      const state = signedState(access.clientSecret)
      const begun = await perform(engine, { who, surface: 'command' }, beginStrava, { state })
      if (!begun.ok) return begun
      const url = new URL('oauth/authorize', access.url)
      url.search = new URLSearchParams({
        client_id: access.clientId,
        redirect_uri: callback,
        response_type: 'code',
        approval_prompt: 'auto',
        scope: STRAVA_SCOPE,
        state,
      }).toString()
      return ok(url.href)
    },
    async finish(query) {
      const state = checkedState(access.clientSecret, query.get('state') ?? '')
      const owner = state === null ? null : await findOauthOwner(engine, state)
      if (state === null || !owner) return refuse({ code: 'oauth-state-gone' })
      const granted = (query.get('scope') ?? '').split(',')
      const code = query.get('code')
      // Whoever says no, or unticks the one thing that is asked for.
      const mayRead = granted.some(each => each === STRAVA_SCOPE || each === 'activity:read_all')
      if (query.get('error') || !code || !mayRead) return refuse({ code: 'strava-not-permitted' })
      const grant = await client.exchange(code)
      if (!grant.ok) {
        const isLimit = grant.refusal.code === 'athlete-limit'
        return refuse({ code: isLimit ? 'strava-athlete-limit' : 'strava-unavailable' })
      }
      const { athlete } = grant.value
      if (!athlete) return refuse({ code: 'strava-unavailable' })
      const who = { kind: 'slack', teamId: owner.teamId, userId: owner.userId } as const
      const sealed = tokens.seal(owner, grant.value)
      const input = { state, externalId: String(athlete.id), sealed }
      const done = await perform(engine, { who, surface: 'push' }, finishStrava, input)
      return done.ok ? ok({ name: owner.displayName }) : done
    },
    work(job) {
      const whose = { organizationId: job.organizationId, accountId: job.accountId }
      switch (job.kind) {
        case 'backfill':
          return backfill(whose, job.payload)
        case 'activity':
          return activity(whose, job.payload)
        case 'access':
          return checkAccess(whose)
        case 'revoke':
          return revoke(whose)
      }
    },
  }
}
