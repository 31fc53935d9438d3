import { oxygenCost } from './vdot.ts'

/** Below this share of VDOT it is a stroll, and counts nothing. */
const LEAST_SHARE = 0.25
/** Above this share points rise no further: sprints are not measured by oxygen. */
const MOST_SHARE = 1.2

/** VDOT points a minute at a share of VDOT: its fourth power, after the shape of Daniels' published points. */
export function pointsPerMinute(share: number): number {
  if (share < LEAST_SHARE) return 0
  return Math.min(share, MOST_SHARE) ** 4
}

/** VDOT points of some seconds at one graded speed in metres a second. */
export function steadyLoad(metersPerSecond: number, seconds: number, vdot: number): number {
  return (pointsPerMinute(oxygenCost(metersPerSecond * 60) / vdot) * seconds) / 60
}

/** Seconds spent at one cost of oxygen. */
export type OxygenTime = { readonly oxygen: number; readonly seconds: number }

/** VDOT points of a run whose seconds are known by what they cost. */
export function loadOfTimes(times: readonly OxygenTime[], vdot: number): number {
  let points = 0
  for (const { oxygen, seconds } of times) points += pointsPerMinute(oxygen / vdot) * seconds
  return points / 60
}
