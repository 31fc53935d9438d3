import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/sandbox.ts'
import { defaultManifest, defaultSeed, type Manifest, SEED_IDS, type WorkspaceSeed } from '#sandbox/seed.ts'

export const IDS = SEED_IDS

/** A clock that stands still until it is moved. */
export type HandClock = { now: () => number; advance: (ms: number) => void }

export function handClock(start = Date.UTC(2026, 10, 16, 8)): HandClock {
  let at = start
  return {
    now: () => at,
    advance: ms => {
      at += ms
    },
  }
}

export type TestSandbox = Sandbox & {
  clock: HandClock
  /** Calls the Web API as the bot, with JSON. */
  call(method: string, args?: Record<string, unknown>, token?: string): Promise<Answered>
}

export type Answered = {
  ok: boolean
  error?: string
  status: number
  headers: Headers
  response_metadata?: { messages?: string[]; warnings?: string[]; next_cursor?: string }
} & Record<string, unknown>

export async function testSandbox(
  options: Partial<SandboxOptions> & { seed?: WorkspaceSeed } = {},
): Promise<TestSandbox> {
  const clock = handClock()
  const sandbox = await startSandbox({ port: 0, seed: defaultSeed(), now: clock.now, ...options })
  return {
    ...sandbox,
    clock,
    async call(method, args = {}, token = sandbox.botToken) {
      const response = await fetch(sandbox.apiUrl + method, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(args),
      })
      const body = (await response.json()) as Answered
      return { ...body, status: response.status, headers: response.headers }
    },
  }
}

/** The usual workspace, with an app that has other scopes or events, or was described otherwise. */
export function seedWith(change: {
  scopes?: (scopes: readonly string[]) => readonly string[]
  events?: readonly string[]
  features?: Manifest['features']
  display?: Partial<Manifest['display_information']>
}): WorkspaceSeed {
  const usual = defaultManifest()
  const scopes = usual.oauth_config?.scopes?.bot ?? []
  return defaultSeed({
    ...usual,
    display_information: { ...usual.display_information, ...change.display },
    features: { ...usual.features, ...change.features },
    oauth_config: { scopes: { bot: change.scopes ? change.scopes(scopes) : scopes } },
    settings: {
      ...usual.settings,
      ...(change.events && { event_subscriptions: { bot_events: change.events } }),
    },
  })
}
