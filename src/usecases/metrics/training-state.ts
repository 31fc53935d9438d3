import { VISIBILITIES, type Visibility } from '#domain/activity/activity.ts'
import { addDays, daysBetween, mondayOf } from '#domain/calendar/local-day.ts'
import { formOfDays } from '#domain/metrics/form.ts'
import { coupledRatio } from '#domain/metrics/load-ratio.ts'
import type { TrainingState } from '#domain/metrics/metrics-card.ts'
import { weekStrain } from '#domain/metrics/monotony.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { type AthleteKey, findVdotOn } from '#store/vdot-store.ts'
import { dailyLoads } from './daily-loads.ts'

/** How somebody's training stands on a day; `counts` says of an activity's visibility whether the reader may know of it. */
export async function trainingState(
  db: Reading,
  who: AthleteKey,
  today: LocalDay,
  now: Instant,
  counts: (visibility: Visibility) => boolean = () => true,
): Promise<TrainingState> {
  const { first, loads, loadOn } = await dailyLoads(db, who, today, now, counts)
  const sum = (from: LocalDay, count: number) =>
    Array.from({ length: count }, (_, index) => loadOn(addDays(from, index))).reduce(
      (total, load) => total + load,
      0,
    )
  const monday = mondayOf(today)
  const fourWeeksAgo = addDays(monday, -28)
  return {
    vdot: (await findVdotOn(db, who, today, VISIBILITIES.filter(counts))) ?? null,
    weekLoad: sum(monday, daysBetween(monday, today) + 1),
    usualWeekLoad: first <= fourWeeksAgo ? sum(fourWeeksAgo, 28) / 4 : null,
    form: formOfDays(loads).at(-1) ?? { fitness: 0, fatigue: 0, form: 0 },
    strain: loads.length >= 7 ? weekStrain(loads.slice(-7)) : null,
    ratio: coupledRatio(loads),
  }
}
