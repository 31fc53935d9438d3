import { type Instant, instant } from '#kernel/instant.ts'

/**
 * One FIT message by field name. A device's own fields may take any name and any type, the standard ones included, so each
 * field is asked for by the type it must have.
 */
export type FitFields = Readonly<Record<string, unknown>>

export function numberField(message: FitFields, name: string): number | undefined {
  const value = message[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A number above zero; devices write zero for what they did not measure. */
export function positiveField(message: FitFields, name: string): number | undefined {
  const value = numberField(message, name)
  return value !== undefined && value > 0 ? value : undefined
}

export function textField(message: FitFields, name: string): string | undefined {
  const value = message[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function timeField(message: FitFields, name: string): Instant | undefined {
  const value = message[name]
  if (!(value instanceof Date)) return undefined
  const milliseconds = value.getTime()
  return Number.isSafeInteger(milliseconds) ? instant(milliseconds) : undefined
}
