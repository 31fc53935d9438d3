/**
 * VDOT after Daniels & Gilbert, Oxygen Power (1979): the oxygen cost of running and the share of one's maximum that can be
 * held for a time, which together make races of different lengths comparable.
 */

/** Efforts outside these minutes say nothing about VDOT. */
const SHORTEST_MINUTES = 3.5
const LONGEST_MINUTES = 300
/** Beyond these no runner has a VDOT: 12 is a slow walk, 90 no one has run. */
export const VDOT_RANGE = { from: 12, to: 90 } as const

/** Millilitres of oxygen a kilogram and minute at a speed on the flat; metres a minute. Below 25 m/min it is negative. */
export function oxygenCost(metersPerMinute: number): number {
  return -4.6 + 0.182258 * metersPerMinute + 0.000104 * metersPerMinute ** 2
}

/** Metres a minute on the flat that cost so much oxygen. */
export function speedForOxygen(oxygen: number): number {
  return (-0.182258 + Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (oxygen + 4.6))) / (2 * 0.000104)
}

/** The share of the maximum that can be held for so many minutes. */
export function shareHeldFor(minutes: number): number {
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes)
}

/** The VDOT of a performance, or null where it says nothing: shorter than 3:30, longer than five hours, out of range. */
export function vdotOf(meters: number, seconds: number): number | null {
  const minutes = seconds / 60
  if (!(meters > 0) || !(minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)) return null
  const vdot = oxygenCost(meters / minutes) / shareHeldFor(minutes)
  return vdot >= VDOT_RANGE.from && vdot <= VDOT_RANGE.to ? vdot : null
}

/** Seconds in which a distance is raced at a VDOT. By bisection: VDOT falls as the time rises. */
export function raceSeconds(vdot: number, meters: number): number {
  let low = 0.5
  let high = 100_000
  for (let step = 0; step < 80; step += 1) {
    const minutes = (low + high) / 2
    const isFaster = oxygenCost(meters / minutes) / shareHeldFor(minutes) > vdot
    if (isFaster) low = minutes
    else high = minutes
  }
  return ((low + high) / 2) * 60
}

/** Metres a second at a share of VDOT; 0.88 is the threshold. */
export function speedAtShare(vdot: number, share: number): number {
  return speedForOxygen(vdot * share) / 60
}

/** Metres a second that a trained runner holds for about an hour: 88 % of VDOT. */
export function thresholdSpeed(vdot: number): number {
  return speedAtShare(vdot, 0.88)
}
