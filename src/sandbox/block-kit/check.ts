import type { Surface } from '#kernel/slack-limits.ts'

/** What one walk through blocks knows and gathers. */
export type Visit = {
  surface: Surface
  /** Slack's own lines: `[ERROR] … [json-pointer:/blocks/0/text]`. */
  problems: string[]
  /** What the sandbox knows of a `slack_file`. */
  fileState: (reference: Record<string, unknown>) => 'ready' | 'processing' | 'unknown' | 'not-a-picture'
  hasScope: (scope: string) => boolean
}

/** Looks at one value and reports what is wrong with it, with a JSON pointer. */
export type Check = (value: unknown, at: string, visit: Visit) => void

export type Dict = Record<string, unknown>

export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function problem(visit: Visit, at: string, message: string): void {
  visit.problems.push(`[ERROR] ${message} [json-pointer:${at === '' ? '/' : at}]`)
}

export function text({ min = 1, max }: { min?: number; max: number }): Check {
  return (value, at, visit) => {
    if (typeof value !== 'string') return problem(visit, at, 'must provide a string')
    if (value.length < min) problem(visit, at, `must be more than ${min - 1} characters`)
    if (value.length > max) problem(visit, at, `must be less than ${max + 1} characters`)
  }
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, at, visit) => {
    if (typeof value !== 'string' || !pattern.test(value)) problem(visit, at, `must be ${what}`)
  }
}

export const flag: Check = (value, at, visit) => {
  if (typeof value !== 'boolean') problem(visit, at, 'must be a valid boolean')
}

export function integer({ min, max }: { min: number; max: number }): Check {
  return (value, at, visit) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      return problem(visit, at, 'must be an integer')
    if (value < min) problem(visit, at, `must be greater than or equal to ${min}`)
    if (value > max) problem(visit, at, `must be less than or equal to ${max}`)
  }
}

export const finiteNumber: Check = (value, at, visit) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) problem(visit, at, 'must be a number')
}

export function oneOf(...allowed: readonly (string | number)[]): Check {
  return (value, at, visit) => {
    if (!allowed.some(each => each === value))
      problem(visit, at, `must be one of the following: ${allowed.join(', ')}`)
  }
}

export function list(of: Check, { min = 1, max }: { min?: number; max: number }): Check {
  return (value, at, visit) => {
    if (!Array.isArray(value)) return problem(visit, at, 'must be an array')
    if (value.length < min) problem(visit, at, `no fewer than ${min} items allowed`)
    if (value.length > max) return problem(visit, at, `no more than ${max} items allowed`)
    value.forEach((item: unknown, index) => {
      of(item, `${at}/${index}`, visit)
    })
  }
}

export type Shape = { required?: Record<string, Check>; optional?: Record<string, Check> }

/** An object with exactly these properties: a name that is not in the shape is refused. */
export function object({ required = {}, optional = {} }: Shape): Check {
  return (value, at, visit) => {
    if (!isDict(value)) return problem(visit, at, 'must be an object')
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) problem(visit, at, `missing required field: ${name}`)
    }
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      const check = Object.hasOwn(required, name)
        ? required[name]
        : Object.hasOwn(optional, name)
          ? optional[name]
          : undefined
      if (check) check(each, `${at}/${name}`, visit)
      else problem(visit, at, `invalid additional property: ${name}`)
    }
  }
}

/** An object whose `type` is one of the table's names, checked by the table's entry. */
export function typed(table: Readonly<Record<string, Check>>): Check {
  return (value, at, visit) => {
    if (!isDict(value)) return problem(visit, at, 'must be an object')
    if (value.type === undefined) return problem(visit, at, 'missing required field: type')
    const check =
      typeof value.type === 'string' && Object.hasOwn(table, value.type) ? table[value.type] : undefined
    if (check) check(value, at, visit)
    else problem(visit, `${at}/type`, `unsupported type: ${String(value.type)}`)
  }
}

/** An object of the one type named. */
export function ofType(type: string, shape: Shape): Check {
  return object({
    required: { type: oneOf(type), ...shape.required },
    ...(shape.optional && { optional: shape.optional }),
  })
}

/** A further rule, asked only when the first found nothing wrong. */
export function also(first: Check, rule: (value: Dict, at: string, visit: Visit) => void): Check {
  return (value, at, visit) => {
    const before = visit.problems.length
    first(value, at, visit)
    if (visit.problems.length === before && isDict(value)) rule(value, at, visit)
  }
}

export function dictsOf(value: unknown): Dict[] {
  return Array.isArray(value) ? value.filter(isDict) : []
}
