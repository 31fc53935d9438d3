/** An object as JSON gives it. */
export type Fields = Record<string, unknown>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textIn(fields: Fields, key: string): string | null {
  const value = fields[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null
}

const METERS: Readonly<Record<string, number>> = {
  km: 1_000,
  m: 1,
  cm: 0.01,
  mi: 1_609.344,
  mile: 1_609.344,
  miles: 1_609.344,
  yd: 0.9144,
  ft: 0.3048,
}

/** The number in `{ "qty": 8.2, "units": "km" }`, in metres where it is a length; null when it is none. */
export function quantityOf(fields: Fields, key: string, as: 'm' | null): number | null {
  const value = fields[key]
  const quantity = isRecord(value) ? value.qty : value
  if (typeof quantity !== 'number' || !Number.isFinite(quantity)) return null
  if (as === null) return quantity
  const units = isRecord(value) && typeof value.units === 'string' ? value.units.trim().toLowerCase() : ''
  const meters = METERS[units]
  return meters === undefined ? null : quantity * meters
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** `2026-11-20 07:30:00 +0100`, with 7:30:00 AM on phones that are set so, or ISO 8601 with its offset. */
const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?\s*(?:([ap])\.?\s*m\.?)?\s*(Z|[+-]\d{2}:?\d{2})$/iu

/** Milliseconds; null for what is no time. */
export function timeIn(fields: Fields, key: string): number | null {
  const value = fields[key]
  // Phones put narrow spaces, which nobody sees, before AM and PM.
  const found = typeof value === 'string' ? TIME.exec(value.replaceAll(/\s/gu, ' ').trim()) : null
  if (!found) return null
  const [, year, month, day, typed, minute, second, half, offset = 'Z'] = found
  let hour = Number(typed)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase()
  const at = Date.parse(`${year}-${month}-${day}T${String(hour).padStart(2, '0')}:${minute}:${second}${zone}`)
  return Number.isNaN(at) ? null : at
}
