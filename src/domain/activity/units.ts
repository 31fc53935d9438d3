/** The units somebody thinks in. */
export type Units = 'km' | 'mi'

/** Exact, by the international yard and pound agreement of 1959. */
export const METERS_PER_MILE = 1609.344
const CM_PER_KM = 100_000
const CM_PER_MILE = METERS_PER_MILE * 100
const CM_PER_FOOT = 30.48

/** Kilometres of a distance in centimetres. */
export function kmOf(distanceCm: number): number {
  return distanceCm / CM_PER_KM
}

/** Miles of a distance in centimetres. */
export function milesOf(distanceCm: number): number {
  return distanceCm / CM_PER_MILE
}

/** Metres of a distance or climb in centimetres. */
export function metersOf(cm: number): number {
  return cm / 100
}

/** Feet of a climb in centimetres. */
export function feetOf(cm: number): number {
  return cm / CM_PER_FOOT
}

/** Whole centimetres of kilometres. */
export function cmOfKm(km: number): number {
  return Math.round(km * CM_PER_KM)
}

/** Whole centimetres of miles. */
export function cmOfMiles(miles: number): number {
  return Math.round(miles * CM_PER_MILE)
}

/** Whole centimetres of metres. */
export function cmOfMeters(meters: number): number {
  return Math.round(meters * 100)
}

/** Whole centimetres of feet. */
export function cmOfFeet(feet: number): number {
  return Math.round(feet * CM_PER_FOOT)
}

/** Seconds for each kilometre; null without a distance. */
export function paceSecondsPerKm(distanceCm: number | null, durationMs: number): number | null {
  return distanceCm !== null && distanceCm > 0 ? durationMs / 1_000 / kmOf(distanceCm) : null
}

/** Seconds for each mile; null without a distance. */
export function paceSecondsPerMile(distanceCm: number | null, durationMs: number): number | null {
  return distanceCm !== null && distanceCm > 0 ? durationMs / 1_000 / milesOf(distanceCm) : null
}
