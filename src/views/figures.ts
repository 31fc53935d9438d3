import {
  feetOf,
  kmOf,
  metersOf,
  milesOf,
  paceSecondsPerKm,
  paceSecondsPerMile,
  type Units,
} from '#domain/activity/units.ts'
import { weekdayOf } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { HOUR_MS, SECOND_MS } from '#kernel/instant.ts'

export type { Units }

/** `8.2 km`, `42.2 km`, `9.03 km`, `400 m`: as many decimals as are needed, two at most. */
export function distanceText(distanceCm: number, units: Units = 'km'): string {
  if (units === 'km' && Math.round(metersOf(distanceCm)) < 1_000)
    return `${Math.round(metersOf(distanceCm))} m`
  return `${decimals(units === 'km' ? kmOf(distanceCm) : milesOf(distanceCm), 2)} ${units}`
}

/** `54.3 km`: a total, always with one decimal, so that totals under one another line up. */
export function totalDistanceText(distanceCm: number, units: Units = 'km'): string {
  return `${(units === 'km' ? kmOf(distanceCm) : milesOf(distanceCm)).toFixed(1)} ${units}`
}

/** `8.2`: a distance for a form's field, in the units beside it; two decimals at most. */
export function distanceField(distanceCm: number, units: Units = 'km'): string {
  return decimals(units === 'km' ? kmOf(distanceCm) : milesOf(distanceCm), 2)
}

/** `45:10`, `1:12:30`, `0:12`; to the nearest second. */
export function durationText(durationMs: number): string {
  return clock(Math.round(durationMs / SECOND_MS))
}

/** `5:30 /km`; null without a distance. */
export function paceText(distanceCm: number | null, durationMs: number, units: Units = 'km'): string | null {
  const pace =
    units === 'km' ? paceSecondsPerKm(distanceCm, durationMs) : paceSecondsPerMile(distanceCm, durationMs)
  return pace === null ? null : `${clock(Math.round(pace))} /${units}`
}

/** `28.4 km/h` or `17.6 mph`: what riders go by; null without a distance. */
export function speedText(distanceCm: number | null, durationMs: number, units: Units = 'km'): string | null {
  if (distanceCm === null || durationMs <= 0) return null
  const perHour = (units === 'km' ? kmOf(distanceCm) : milesOf(distanceCm)) / (durationMs / HOUR_MS)
  return `${perHour.toFixed(1)} ${units === 'km' ? 'km/h' : 'mph'}`
}

/** `2:05 /100 m`: what swimmers go by; null without a distance. */
export function swimPaceText(distanceCm: number | null, durationMs: number): string | null {
  const pace = paceSecondsPerKm(distanceCm, durationMs)
  return pace === null ? null : `${clock(Math.round(pace / 10))} /100 m`
}

/** `120 m` or `394 ft`: what was climbed, of centimetres. */
export function climbText(climbCm: number, units: Units = 'km'): string {
  return units === 'km' ? `${Math.round(metersOf(climbCm))} m` : `${Math.round(feetOf(climbCm))} ft`
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Fri 20 Nov`; with the present day given, a day of another year says so: `Sat 29 Aug 2015`. */
export function dayText(on: LocalDay, today?: LocalDay): string {
  const text = `${WEEKDAYS[weekdayOf(on) - 1]} ${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1]}`
  return today === undefined || today.slice(0, 4) === on.slice(0, 4) ? text : `${text} ${on.slice(0, 4)}`
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** At most so many decimals, without trailing zeros. */
function decimals(value: number, most: number): string {
  return String(Number(value.toFixed(most)))
}
