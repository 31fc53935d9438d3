/** Milliseconds since 1970-01-01T00:00:00Z, whole. */
export type Instant = number & { readonly __instant: true }

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type LocalDay = string & { readonly __localDay: true }

/** An IANA zone name such as `Europe/Oslo`. */
export type Zone = string & { readonly __zone: true }

/** A wall-clock time `HH:MM`, 24 hours. */
export type LocalTime = string & { readonly __localTime: true }

/** Marks a number of milliseconds as an instant. Throws on fractions, NaN and infinities: those are bugs. */
export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`)
  return milliseconds as Instant
}

/** Asks for the present; injected, so that tests and the sandbox's time machine can hold it. */
export type Clock = () => Instant

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/

export function isLocalDay(text: string): text is LocalDay {
  if (!LOCAL_DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Marks text as a local day. Throws when it is not one. */
export function localDay(text: string): LocalDay {
  if (!isLocalDay(text)) throw new RangeError(`not a local day: ${text}`)
  return text
}

export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

export function isZone(name: string): name is Zone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // Offsets such as "+02:00" are accepted by Intl but have no daylight-saving rules: a club needs a place.
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}

/** Marks text as a zone. Throws when the runtime does not know it. */
export function zone(name: string): Zone {
  if (!isZone(name)) throw new RangeError(`not a zone: ${name}`)
  return name
}
