import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import { metersOf } from './units.ts'

const at = (hours: number, minutes: number, seconds: number) =>
  hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS

/**
 * The fastest any human has run each distance on track or road: metres, milliseconds. Sources: World Athletics, world
 * records (worldathletics.org/records), and the International Association of Ultrarunners (iau-ultramarathon.org) beyond
 * the marathon; as known in November 2026. Where a faster mark awaits or lacks ratification the faster one stands,
 * because the table is to refuse only what nobody can have run.
 */
const FASTEST: readonly (readonly [meters: number, ms: number])[] = [
  [100, at(0, 0, 9.58)], // Bolt 2009
  [200, at(0, 0, 19.19)], // Bolt 2009
  [400, at(0, 0, 43.03)], // van Niekerk 2016
  [800, at(0, 1, 40.91)], // Rudisha 2012
  [1_000, at(0, 2, 11.96)], // Ngeny 1999
  [1_500, at(0, 3, 26)], // El Guerrouj 1998
  [1_609.344, at(0, 3, 43.13)], // El Guerrouj 1999
  [2_000, at(0, 4, 43.13)], // Ingebrigtsen 2023
  [3_000, at(0, 7, 17.55)], // Ingebrigtsen 2024
  [5_000, at(0, 12, 35.36)], // Cheptegei 2020
  [10_000, at(0, 26, 11)], // Cheptegei 2020
  [15_000, at(0, 39, 47)], // Kiplimo 2025, in the course of the half marathon
  [21_097.5, at(0, 56, 42)], // Kiplimo 2025
  [42_195, at(1, 59, 30)], // Sawe 2026
  [100_000, at(5, 59, 20)], // Kubheka 2025
  [160_934.4, at(10, 51, 39)], // Sorokin 2022
  [319_614, at(24, 0, 0)], // Sorokin 2022, 24 hours
]

/**
 * The least time, in milliseconds, in which anybody has run so far. Between two records the logarithm of time is taken
 * as linear in the logarithm of distance (Riegel's law, piece by piece); below the first and above the last record the
 * speed of that record holds.
 */
export function fastestEverMs(distanceCm: number): number {
  const meters = metersOf(distanceCm)
  const index = FASTEST.findIndex(([distance]) => distance >= meters)
  const [low, high] = [FASTEST[index - 1], FASTEST.at(index)]
  if (!high) throw new RangeError('no world records')
  // Outside the table `high` is its first or its last row (`at(-1)`).
  if (!low) return (high[1] * meters) / high[0]
  const share = Math.log(meters / low[0]) / Math.log(high[0] / low[0])
  return low[1] * (high[1] / low[1]) ** share
}
