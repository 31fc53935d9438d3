/** Reads one argument as it came (a string from a form, any JSON from a body); reports and gives undefined when it cannot. */
export type Reader<T> = (raw: unknown, at: string, problems: string[]) => T | undefined

export type Argument<T> = { read: Reader<T>; isRequired: boolean }
export type Arguments = Readonly<Record<string, Argument<unknown>>>
export type ValuesOf<A extends Arguments> = {
  [Name in keyof A]: A[Name] extends Argument<infer T> ? T : never
}

export function required<T>(read: Reader<T>): Argument<T> {
  return { read, isRequired: true }
}

export function optional<T>(read: Reader<T>): Argument<T | undefined> {
  return { read, isRequired: false }
}

function refused(problems: string[], at: string, message: string): undefined {
  problems.push(`[ERROR] ${message} [json-pointer:${at}]`)
  return undefined
}

export const string: Reader<string> = (raw, at, problems) =>
  typeof raw === 'string' ? raw : refused(problems, at, 'must provide a string')

export function stringUpTo(max: number): Reader<string> {
  return (raw, at, problems) => {
    if (typeof raw !== 'string') return refused(problems, at, 'must provide a string')
    return raw.length <= max ? raw : refused(problems, at, `must be less than ${max + 1} characters`)
  }
}

export function pattern(shape: RegExp, what: string): Reader<string> {
  return (raw, at, problems) =>
    typeof raw === 'string' && shape.test(raw) ? raw : refused(problems, at, `must be ${what}`)
}

export const timestamp: Reader<string> = pattern(/^\d{10}\.\d{6}$/, 'a message timestamp as a string')

export const boolean: Reader<boolean> = (raw, at, problems) => {
  if (raw === true || raw === 'true' || raw === '1') return true
  if (raw === false || raw === 'false' || raw === '0') return false
  return refused(problems, at, 'must be a valid boolean')
}

export const wholeNumber: Reader<number> = (raw, at, problems) => {
  const number = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw
  return typeof number === 'number' && Number.isSafeInteger(number)
    ? number
    : refused(problems, at, 'must be an integer')
}

/** JSON in a string, as forms carry it, or the value itself. Not valid JSON: the raw string, for the method to judge. */
export const json: Reader<unknown> = raw => {
  if (typeof raw !== 'string') return raw
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

export const jsonObject: Reader<Record<string, unknown>> = (raw, at, problems) => {
  const value = json(raw, at, problems)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refused(problems, at, 'must be an object')
}

/** `a,b` or a JSON list. */
export const names: Reader<string[]> = (raw, at, problems) => {
  const value =
    typeof raw === 'string' && !raw.trim().startsWith('[') ? raw.split(',') : json(raw, at, problems)
  return Array.isArray(value) && value.every(each => typeof each === 'string')
    ? value.map(each => each.trim()).filter(each => each !== '')
    : refused(problems, at, 'must be a list of strings')
}

/** Reads all arguments; an unknown name is refused, so that slips of the pen show. */
export function readArguments<A extends Arguments>(
  described: A,
  raw: Readonly<Record<string, unknown>>,
): { values: ValuesOf<A>; problems: string[] } {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(described, name))
      problems.push(`[ERROR] unknown argument: ${name} [json-pointer:/${name}]`)
  }
  for (const [name, argument] of Object.entries(described)) {
    const given = raw[name]
    if (given === undefined || given === null || (given === '' && argument.isRequired)) {
      if (argument.isRequired)
        problems.push(`[ERROR] missing required field: ${name} [json-pointer:/${name}]`)
      continue
    }
    values[name] = argument.read(given, `/${name}`, problems)
  }
  // The readers have checked each value against its own description.
  return { values: values as ValuesOf<A>, problems }
}
