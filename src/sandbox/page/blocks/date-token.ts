const dayMs = 86_400_000

function formatted(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at)
}

function localDay(at: number, zone: string): string {
  return formatted(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
}

function pretty(at: number, zone: string, now: number, otherwise: string): string {
  const day = localDay(at, zone)
  if (day === localDay(now, zone)) return 'today'
  if (day === localDay(now - dayMs, zone)) return 'yesterday'
  if (day === localDay(now + dayMs, zone)) return 'tomorrow'
  return otherwise
}

function ago(at: number, now: number): string {
  const minutes = Math.round(Math.abs(now - at) / 60_000)
  const amount =
    minutes < 1
      ? 'less than a minute'
      : minutes < 60
        ? `${minutes} minute${minutes === 1 ? '' : 's'}`
        : minutes < 1440
          ? `${Math.round(minutes / 60)} hour${Math.round(minutes / 60) === 1 ? '' : 's'}`
          : `${Math.round(minutes / 1440)} day${Math.round(minutes / 1440) === 1 ? '' : 's'}`
  return at > now ? `in ${amount}` : `${amount} ago`
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }

function token(name: string, at: number, zone: string, now: number): string | null {
  switch (name) {
    case 'date_num':
      return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
    case 'date_slash':
      return localDay(at, zone)
    case 'date':
      return formatted(at, zone, day)
    case 'date_short':
      return formatted(at, zone, { ...day, month: 'short' })
    case 'date_long':
      return formatted(at, zone, { weekday: 'long', ...day })
    case 'date_long_full':
      return formatted(at, zone, { weekday: 'long', ...day })
    case 'time':
      return formatted(at, zone, { hour: '2-digit', minute: '2-digit' })
    case 'time_secs':
      return formatted(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    case 'ago':
      return ago(at, now)
    default: {
      const base = name.endsWith('_pretty') ? token(name.slice(0, -'_pretty'.length), at, zone, now) : null
      if (name === 'day_divider_pretty')
        return pretty(at, zone, now, formatted(at, zone, { weekday: 'long', ...day }))
      return base === null ? null : pretty(at, zone, now, base)
    }
  }
}

/**
 * Slack's date tokens in the viewer's time zone.
 * @param at instant in milliseconds
 * @param format such as `{date_short_pretty} at {time}`; an unknown token stays as it is written
 */
export function formatDateTokens(at: number, format: string, zone: string, now: number): string {
  return format.replace(/\{([a-z_]+)\}/g, (whole, name: string) => token(name, at, zone, now) ?? whole)
}
