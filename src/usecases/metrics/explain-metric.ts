import type { Activity } from '#domain/activity/activity.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { metricEntryOf, nearestMetric } from '#domain/metrics/metric-registry.ts'
import type { MetricExplained, RunExplained } from '#domain/metrics/metrics-card.ts'
import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity, listActivitiesOf } from '#store/activity-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { findLoad } from '#store/load-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { trainingState } from './training-state.ts'

/** What a metric is, with the asker's own latest inputs. */
export async function explainMetric(
  unit: UnitOfReading,
  word: string,
): Promise<Result<MetricExplained, AccessRefusal | MetricsRefusal>> {
  const member = requireMember(unit.actor)
  if (!member.ok) return member
  const entry = metricEntryOf(word)
  if (!entry) return refuse({ code: 'metric-word-unknown', text: word, suggestion: nearestMetric(word) })
  const { organizationId, accountId, zone } = member.value
  const who = { organizationId, athleteId: accountId }
  const today = localDayAt(unit.now, zone)
  const [newest] = await listActivitiesOf(unit.db, organizationId, accountId, { limit: 1 })
  return ok({
    entry,
    state: await trainingState(unit.db, who, today, unit.now),
    latest: newest ? await explained(unit, newest) : null,
    today,
  })
}

/** `id` of an activity, or `position` in one's own list, 1 being the newest. */
export type WhichRun = { id: string } | { position: number }

/** Where the numbers of one of the asker's own runs come from. */
export async function explainRun(
  unit: UnitOfReading,
  which: WhichRun,
): Promise<Result<RunExplained, AccessRefusal | MetricsRefusal>> {
  const member = requireMember(unit.actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const run =
    'id' in which
      ? await findActivity(unit.db, organizationId, which.id)
      : (await listActivitiesOf(unit.db, organizationId, accountId, { limit: which.position })).at(
          which.position - 1,
        )
  if (run?.athleteId !== accountId) return refuse({ code: 'no-run-then' })
  return ok(await explained(unit, run))
}

async function explained({ db, now }: UnitOfReading, run: Activity): Promise<RunExplained> {
  const { organizationId, athleteId } = run
  const units = (await findAthleteProfile(db, organizationId, athleteId))?.units ?? 'km'
  const load = (await findLoad(db, { organizationId, athleteId }, run.id)) ?? null
  return { run, load, units, today: localDayAt(now, run.zone) }
}
