import { addDays, daysBetween, mondayOf } from '#domain/calendar/local-day.ts'
import { formOfDays } from '#domain/metrics/form.ts'
import { coupledRatio } from '#domain/metrics/load-ratio.ts'
import type { TrainingState } from '#domain/metrics/metrics-card.ts'
import { weekStrain } from '#domain/metrics/monotony.ts'
import { DAY_MS, type Instant, type LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listDailyLoads } from '#store/load-store.ts'
import { type AthleteKey, findVdotOn } from '#store/vdot-store.ts'

/** Days that fitness is reckoned over: four times the 42 after which most of a load has faded. */
const DAYS = 180

/** How somebody's training stands on a day; `counts` says of an activity's visibility whether the reader may know of it. */
export async function trainingState(
  db: Reading,
  who: AthleteKey,
  today: LocalDay,
  now: Instant,
  counts: (visibility: string) => boolean = () => true,
): Promise<TrainingState> {
  const span = { from: now - (DAYS + 1) * DAY_MS, to: now + DAY_MS }
  const loads = (await listDailyLoads(db, who, span)).filter(({ visibility }) => counts(visibility))
  const byDay = new Map<string, number>()
  for (const { on, loadMilli } of loads) byDay.set(on, (byDay.get(on) ?? 0) + loadMilli / 1_000)
  const first = loads[0]?.on ?? today
  const length = Math.min(DAYS, Math.max(1, daysBetween(first, today) + 1))
  const days = Array.from({ length }, (_, index) => byDay.get(addDays(today, index - length + 1)) ?? 0)
  const sum = (from: LocalDay, count: number) =>
    Array.from({ length: count }, (_, index) => byDay.get(addDays(from, index)) ?? 0).reduce(
      (total, load) => total + load,
      0,
    )
  const monday = mondayOf(today)
  const fourWeeksAgo = addDays(monday, -28)
  return {
    vdot: (await findVdotOn(db, who, today)) ?? null,
    weekLoad: sum(monday, daysBetween(monday, today) + 1),
    usualWeekLoad: first <= fourWeeksAgo ? sum(fourWeeksAgo, 28) / 4 : null,
    form: formOfDays(days).at(-1) ?? { fitness: 0, fatigue: 0, form: 0 },
    strain: days.length >= 7 ? weekStrain(days.slice(-7)) : null,
    ratio: coupledRatio(days),
  }
}
