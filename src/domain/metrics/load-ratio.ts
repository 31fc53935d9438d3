/** Before so many days of training are known the ratio says nothing, and is not shown. */
const LEAST_DAYS = 28

/** The load of the last week against that of the last four, as daily means; null before 28 days or without any load. */
export function coupledRatio(dailyLoads: readonly number[]): number | null {
  if (dailyLoads.length < LEAST_DAYS) return null
  const chronic = mean(dailyLoads.slice(-28))
  return chronic > 0 ? mean(dailyLoads.slice(-7)) / chronic : null
}

/** The last week's daily mean against that of the three weeks before it; null as above. */
export function uncoupledRatio(dailyLoads: readonly number[]): number | null {
  if (dailyLoads.length < LEAST_DAYS) return null
  const before = mean(dailyLoads.slice(-28, -7))
  return before > 0 ? mean(dailyLoads.slice(-7)) / before : null
}

/** Exponentially weighted means of 7 and 28 days against each other (Williams 2017), begun with the first day's load. */
export function weightedRatio(dailyLoads: readonly number[]): number | null {
  if (dailyLoads.length < LEAST_DAYS) return null
  const chronic = weightedMean(dailyLoads, 28)
  return chronic > 0 ? weightedMean(dailyLoads, 7) / chronic : null
}

export function weightedMean(dailyLoads: readonly number[], days: number): number {
  const share = 2 / (days + 1)
  return dailyLoads.reduce((sum, load) => sum + (load - sum) * share, dailyLoads[0] ?? 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
