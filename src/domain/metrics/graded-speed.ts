/** Steeper ground is taken for this much: beyond it people do not run, and altitudes err. */
const STEEPEST = 0.35

/** Joules a kilogram and metre of running on a grade from −0.45 to 0.45 (rise over run); Minetti and others 2002. */
export function minettiCost(grade: number): number {
  return ((((155.4 * grade - 30.4) * grade - 43.3) * grade + 46.3) * grade + 19.5) * grade + 3.6
}

/** How many metres on the flat cost what one metre on this grade does. */
export function gradeFactor(grade: number): number {
  const clipped = grade > STEEPEST ? STEEPEST : grade < -STEEPEST ? -STEEPEST : grade
  return minettiCost(clipped) / 3.6
}

/**
 * The flat speed of an effort of which only totals are known: as though half of it climbed and half fell again at one
 * grade. Any unit of speed; `climbMeters` null is flat.
 */
export function gradedAverage(speed: number, meters: number, climbMeters: number | null): number {
  if (climbMeters === null || !(meters > 0)) return speed
  const grade = (2 * climbMeters) / meters
  return (speed * (gradeFactor(grade) + gradeFactor(-grade))) / 2
}
