import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import { cmOfFeet, cmOfKm, cmOfMeters, cmOfMiles } from './units.ts'

/** The units an athlete thinks in: what a bare `8.2` and a bare `@5:30` mean. */
export type LineUnits = 'km' | 'mi'

/** A number with decimal point or comma. */
export function decimalOf(text: string): number {
  return Number(text.replace(',', '.'))
}

/** Whole centimetres of a number and a lower-case unit. `10,000` metres is ten thousand: nobody writes thousandths. */
export function distanceCmOf(number: string, unit: string): number {
  if (unit.startsWith('k')) return cmOfKm(decimalOf(number))
  if (unit.startsWith('mi')) return cmOfMiles(decimalOf(number))
  const thousands = /^\d{1,3}[.,]\d{3}$/.test(number)
  return cmOfMeters(thousands ? Number(number.replace(/[.,]/, '')) : decimalOf(number))
}

/** Whole centimetres climbed, of whole metres or feet. */
export function climbCmOf(number: string, unit: string | undefined): number {
  return unit === 'ft' ? cmOfFeet(Number(number)) : cmOfMeters(Number(number))
}

/** Milliseconds of `m:ss` (two parts) or `h:mm:ss` (three), with a decimal fraction of a second if given. */
export function durationMsOfClock(parts: readonly string[], fraction: string | undefined): number {
  const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0)
  return seconds * SECOND_MS + Math.round(Number(`0.${fraction ?? '0'}`) * SECOND_MS)
}

/** Milliseconds of hours, minutes and seconds, each with decimals and each possibly not given. */
export function durationMsOfUnits(hours?: string, minutes?: string, seconds?: string): number {
  const of = (text: string | undefined, unitMs: number) => (text ? decimalOf(text) * unitMs : 0)
  return Math.round(of(hours, HOUR_MS) + of(minutes, MINUTE_MS) + of(seconds, SECOND_MS))
}

/** Seconds a kilometre of a pace `m:ss`, which is for each kilometre or each mile. */
export function secondsPerKmOf(minutes: string, seconds: string, per: LineUnits): number {
  const perUnit = Number(minutes) * 60 + Number(seconds)
  return per === 'km' ? perUnit : (perUnit * cmOfKm(1)) / cmOfMiles(1)
}
