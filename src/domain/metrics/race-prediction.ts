import { raceSeconds, vdotOf } from './vdot.ts'

/** A race that was run, or is thought to be run. */
export type Performance = { readonly meters: number; readonly seconds: number }

/** Seconds that the models agree on between: a prediction is never one exact second. */
export type Prediction = { meters: number; fastest: number; slowest: number }

/** The distances that are raced most: metres. */
export const RACE_METERS = { '5 km': 5_000, '10 km': 10_000, half: 21_097.5, marathon: 42_195 } as const

/** Riegel's law: time grows with the distance to the power of 1.06 (American Scientist 1981; about 3.5 to 230 minutes). */
export function riegelSeconds({ meters, seconds }: Performance, target: number): number {
  return seconds * (target / meters) ** 1.06
}

/** Cameron's model, fitted to records from 400 m to 50 miles (1997). */
export function cameronSeconds({ meters, seconds }: Performance, target: number): number {
  return (seconds / meters) * target * (cameronFactor(meters) / cameronFactor(target))
}

/** The time of equal VDOT; null where the performance says nothing about VDOT. */
export function equalVdotSeconds({ meters, seconds }: Performance, target: number): number | null {
  const vdot = vdotOf(meters, seconds)
  return vdot === null ? null : raceSeconds(vdot, target)
}

/** What the three models say of a distance. */
export function predictRace(performance: Performance, target: number): Prediction {
  const equal = equalVdotSeconds(performance, target)
  const all = [riegelSeconds(performance, target), cameronSeconds(performance, target)]
  if (equal !== null) all.push(equal)
  return { meters: target, fastest: Math.min(...all), slowest: Math.max(...all) }
}

function cameronFactor(meters: number): number {
  return 13.49681 - 0.000030363 * meters + 835.7114 / meters ** 0.7905
}
