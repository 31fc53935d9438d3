/** Days over which fitness and fatigue fade. */
const FITNESS_DAYS = 42
const FATIGUE_DAYS = 7

/** `form` is yesterday's fitness less yesterday's fatigue: what one starts the day with. */
export type FormDay = { fitness: number; fatigue: number; form: number }

/**
 * Fitness, fatigue and form of each day from the loads of all days, rest days as 0 (Banister's two-component model in the
 * exponential form that Coggan made usual: each day they move a 42nd and a 7th of the way to that day's load).
 */
export function formOfDays(dailyLoads: readonly number[], start = { fitness: 0, fatigue: 0 }): FormDay[] {
  let { fitness, fatigue } = start
  return dailyLoads.map(load => {
    const form = fitness - fatigue
    fitness += (load - fitness) / FITNESS_DAYS
    fatigue += (load - fatigue) / FATIGUE_DAYS
    return { fitness, fatigue, form }
  })
}
