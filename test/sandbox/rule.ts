import { SLACK_LIMITS, type Surface } from '#kernel/slack-limits.ts'
import type { Block } from './samples.ts'

/** A rule of Slack with the nearest thing that keeps it and the nearest that breaks it. */
export type Rule = {
  rule: string
  /** The rows of the limits that this rule proves. */
  limits?: readonly string[]
  on: Surface
  /** Blocks; or the whole arguments of a message, or properties of a view. */
  legal: Subject
  illegal: Subject
  error?: string
  /** A piece of Slack's message or pointer. */
  says?: string
}

export type Subject = { blocks: Block[] } | { args: Record<string, unknown> }

export const blocks = (...all: Block[]): Subject => ({ blocks: all })
export const args = (all: Record<string, unknown>): Subject => ({ args: all })

export function limitAt(path: string): number | readonly [number, number] {
  let value: unknown = SLACK_LIMITS
  for (const name of path.split('.')) value = (value as Record<string, unknown>)[name]
  if (typeof value === 'number') return value
  if (Array.isArray(value) && value.length === 2) return [Number(value[0]), Number(value[1])]
  throw new Error(`no such limit: ${path}`)
}

const mostAt = (path: string): number => {
  const limit = limitAt(path)
  return typeof limit === 'number' ? limit : limit[1]
}

const leastAt = (path: string): number => {
  const limit = limitAt(path)
  return typeof limit === 'number' ? 1 : limit[0]
}

/** At most so many: exactly as many is legal, one more is not. */
export function atMost(path: string, on: Surface, make: (count: number) => Block, says = ''): Rule {
  const most = mostAt(path)
  return {
    rule: `${path}: ${most} at most`,
    limits: [path],
    on,
    legal: blocks(make(most)),
    illegal: blocks(make(most + 1)),
    says,
  }
}

/** At least so many: exactly as many is legal, one fewer is not. */
export function atLeast(path: string, on: Surface, make: (count: number) => Block, says = ''): Rule {
  const least = leastAt(path)
  return {
    rule: `${path}: ${least} at least`,
    limits: [path],
    on,
    legal: blocks(make(least)),
    illegal: blocks(make(least - 1)),
    says,
  }
}

export const CHARACTERS = 'characters'
export const ITEMS = 'items allowed'

/** Every leaf of the limits, by its path. */
export function everyLimit(value: unknown = SLACK_LIMITS, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([name, each]) =>
    everyLimit(each, path === '' ? name : `${path}.${name}`),
  )
}
