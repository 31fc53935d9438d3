import type { Activity } from '#domain/activity/activity.ts'
import { dayFromWords } from '#domain/activity/day-from-words.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { metricEntryOf, nearestMetric } from '#domain/metrics/metric-registry.ts'
import type { MetricExplained, RunExplained } from '#domain/metrics/metrics-card.ts'
import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity, listActivitiesOf } from '#store/activity-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import type { Reading } from '#store/db.ts'
import { findLoad } from '#store/load-store.ts'
import { findNewestOn } from '#store/read/newest-run-read.ts'
import type { AthleteKey } from '#store/vdot-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { trainingState } from './training-state.ts'

/** What a metric is, with the asker's own latest inputs, or those of the newest run of a day. */
export async function explainMetric(
  unit: UnitOfReading,
  { word, on = null }: { word: string; on?: LocalDay | null },
): Promise<Result<MetricExplained, AccessRefusal | MetricsRefusal>> {
  const member = requireMember(unit.actor)
  if (!member.ok) return member
  const entry = metricEntryOf(word)
  if (!entry) return refuse({ code: 'metric-word-unknown', text: word, suggestion: nearestMetric(word) })
  const { organizationId, accountId, zone } = member.value
  const who = { organizationId, athleteId: accountId }
  const today = localDayAt(unit.now, zone)
  const newest = on
    ? await findNewestOn(unit.db, who, on)
    : (await listActivitiesOf(unit.db, organizationId, accountId, { limit: 1 }))[0]
  if (on && !newest) return refuse({ code: 'no-run-then' })
  return ok({
    entry,
    state: await trainingState(unit.db, who, today, unit.now),
    latest: newest ? await explained(unit, newest) : null,
    on,
    today,
  })
}

/** A run by the words for a day, a metric, or both: `yesterday`, `load`, `load last monday`. */
export async function explainWords(
  unit: UnitOfReading,
  text: string,
): Promise<Result<{ metric: MetricExplained } | { run: RunExplained }, AccessRefusal | MetricsRefusal>> {
  const member = requireMember(unit.actor)
  if (!member.ok) return member
  const today = localDayAt(unit.now, member.value.zone)
  const day = dayFromWords(text, today)
  if (day && !metricEntryOf(text)) {
    const run = await explainRun(unit, { on: day })
    return run.ok ? ok({ run: run.value }) : run
  }
  const { word, on } = wordAndDay(text, today)
  const metric = await explainMetric(unit, { word, on })
  return metric.ok ? ok({ metric: metric.value }) : metric
}

function wordAndDay(text: string, today: LocalDay): { word: string; on: LocalDay | null } {
  const words = text.split(/\s+/)
  for (let at = 1; at < words.length; at += 1) {
    const [word, on] = [words.slice(0, at).join(' '), dayFromWords(words.slice(at).join(' '), today)]
    if (on && metricEntryOf(word)) return { word, on }
  }
  return { word: text, on: null }
}

/** `id` of an activity, `position` in one's own list, 1 being the newest, or the newest `on` a day. */
export type WhichRun = { id: string } | { position: number } | { on: LocalDay }

/** Where the numbers of one of the asker's own runs come from. */
export async function explainRun(
  unit: UnitOfReading,
  which: WhichRun,
): Promise<Result<RunExplained, AccessRefusal | MetricsRefusal>> {
  const member = requireMember(unit.actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const run = await runMeant(unit.db, { organizationId, athleteId: accountId }, which)
  if (run?.athleteId !== accountId) return refuse({ code: 'no-run-then' })
  return ok(await explained(unit, run))
}

async function runMeant(db: Reading, who: AthleteKey, which: WhichRun): Promise<Activity | undefined> {
  if ('id' in which) return findActivity(db, who.organizationId, which.id)
  if ('on' in which) return findNewestOn(db, who, which.on)
  const { position } = which
  return (await listActivitiesOf(db, who.organizationId, who.athleteId, { limit: position })).at(position - 1)
}

async function explained({ db, now }: UnitOfReading, run: Activity): Promise<RunExplained> {
  const { organizationId, athleteId } = run
  const units = (await findAthleteProfile(db, organizationId, athleteId))?.units ?? 'km'
  const load = (await findLoad(db, { organizationId, athleteId }, run.id)) ?? null
  return { run, load, units, today: localDayAt(now, run.zone) }
}
