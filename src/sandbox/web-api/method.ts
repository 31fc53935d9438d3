import { SlackError } from '../slack-error.ts'
import type { World } from '../world.ts'
import { type Arguments, readArguments, type ValuesOf } from './arguments.ts'

export type Answer = Record<string, unknown> & { warnings?: string[] }

type Described<A extends Arguments> = {
  name: string
  /** Which token it takes; `none` for api.test. */
  token?: 'bot' | 'app' | 'none'
  /** One of these is needed; empty for none. */
  scopes?: readonly string[]
  /** Calls a minute: the sure part of Slack's tier. */
  perMinute: number
  args: A
  run(world: World, args: ValuesOf<A>): Answer | Promise<Answer>
}

export type Method = {
  name: string
  token: 'bot' | 'app' | 'none'
  scopes: readonly string[]
  perMinute: number
  call(world: World, raw: Readonly<Record<string, unknown>>): Answer | Promise<Answer>
}

/** A Web API method as a described value. */
export function method<const A extends Arguments>(described: Described<A>): Method {
  return {
    name: described.name,
    token: described.token ?? 'bot',
    scopes: described.scopes ?? [],
    perMinute: described.perMinute,
    call(world, raw) {
      const { values, problems } = readArguments(described.args, raw)
      if (problems.length > 0) throw new SlackError('invalid_arguments', problems)
      return described.run(world, values)
    },
  }
}

/** Slack's tiers, calls a minute that are always granted. */
export const TIER = { connections: 20, two: 20, three: 50, four: 100, special: 600 } as const

export function requireScope(world: World, ...anyOf: readonly string[]): void {
  if (anyOf.length === 0 || anyOf.some(scope => world.app.scopes.has(scope))) return
  throw new SlackError('missing_scope', [], {
    needed: anyOf.join(','),
    provided: [...world.app.scopes].join(','),
  })
}
