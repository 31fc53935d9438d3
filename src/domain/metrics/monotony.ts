/** Foster's monotony and strain of seven days (1998): how alike the days were, and how much that adds up to. */
export type WeekStrain = { load: number; monotony: number; strain: number }

/** Of the loads of seven days, rest days as 0. Null where every day was the same: there is no spread to divide by. */
export function weekStrain(dailyLoads: readonly number[]): WeekStrain | null {
  const load = dailyLoads.reduce((sum, day) => sum + day, 0)
  const mean = load / dailyLoads.length
  const squares = dailyLoads.reduce((sum, day) => sum + (day - mean) ** 2, 0)
  // The sample's standard deviation: seven days stand for how somebody trains.
  const deviation = Math.sqrt(squares / (dailyLoads.length - 1))
  // Sums of equal fractions may differ in their last bit.
  if (!(deviation > 1e-9)) return null
  const monotony = mean / deviation
  return { load, monotony, strain: load * monotony }
}
