import type { Performance } from './race-prediction.ts'

/** Metres a second that could be held long, and the metres that can be run above it. */
export type CriticalSpeed = { metersPerSecond: number; reserveMeters: number }

const SHORTEST_SECONDS = 120
const LONGEST_SECONDS = 900

/**
 * The straight line d = CS · t + D′ through all-out efforts of 2 to 15 minutes (Monod & Scherrer 1965; running: Hughson
 * 1984), by least squares; others are left out. Null with fewer than two of different length, or where no line rises.
 */
export function criticalSpeed(efforts: readonly Performance[]): CriticalSpeed | null {
  const used = efforts.filter(({ seconds }) => seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS)
  if (used.length < 2) return null
  const meanSeconds = used.reduce((sum, { seconds }) => sum + seconds, 0) / used.length
  const meanMeters = used.reduce((sum, { meters }) => sum + meters, 0) / used.length
  let across = 0
  let along = 0
  for (const { meters, seconds } of used) {
    across += (seconds - meanSeconds) * (meters - meanMeters)
    along += (seconds - meanSeconds) ** 2
  }
  if (along === 0 || across <= 0) return null
  const metersPerSecond = across / along
  return { metersPerSecond, reserveMeters: meanMeters - metersPerSecond * meanSeconds }
}
