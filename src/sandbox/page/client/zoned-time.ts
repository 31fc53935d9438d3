/** Wall time in a zone, as `YYYY-MM-DDTHH:MM`. `at` in milliseconds. */
export function localDateTime(at: number, zone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return text.replace(' ', 'T')
}

function asIfUtc(wall: string): number {
  // Browsers read all sorts of words as dates; only this form means one.
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN
}

/**
 * The instant (milliseconds) at which a clock in `zone` shows `wall` (`YYYY-MM-DDTHH:MM`); NaN for other text.
 * A wall time that the clocks skip becomes the one as much later; of a repeated one the first is taken.
 */
export function instantOf(wall: string, zone: string): number {
  const wanted = asIfUtc(wall.slice(0, 16))
  if (Number.isNaN(wanted)) return Number.NaN
  const offsetAt = (at: number) => asIfUtc(localDateTime(at, zone)) - Math.floor(at / 60_000) * 60_000
  const before = offsetAt(wanted - 86_400_000)
  const after = offsetAt(wanted + 86_400_000)
  const fits = (offset: number) => offsetAt(wanted - offset) === offset
  if (fits(before)) return wanted - before
  if (fits(after)) return wanted - after
  return wanted - before
}
