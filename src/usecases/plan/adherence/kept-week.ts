import type { Activity } from '#domain/activity/activity.ts'
import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { KeptWeek } from '#domain/plan/matching/kept-week.ts'
import { shareOfPlan } from '#domain/plan/matching/share-of-plan.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAvailability, listUnanswered } from '#store/availability-store.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import { planReader, type ReaderRefusal } from '../living/plan-reader.ts'
import { readAdherence } from '../read-adherence.ts'

/** How one athlete kept a week, for themselves or for a coach to whom they show their training. */
export async function keptWeek(
  { db, actor, now }: UnitOfReading,
  { athlete, on, weeks = 0 }: { athlete: NamedMember | null; on: LocalDay | null; weeks?: number },
): Promise<Result<KeptWeek, ReaderRefusal>> {
  const found = await planReader(db, actor, athlete)
  if (!found.ok) return found
  const { organizationId, accountId, name, mayChange, zone, sees } = found.value
  const today = localDayAt(now, zone)
  const from = addDays(mondayOf(on ?? today), 7 * weeks)
  const adherence = await readAdherence(db, {
    organizationId,
    accountIds: [accountId],
    from,
    to: addDays(from, 6),
    now,
    sees: (_, visibility: Activity['visibility']) => sees('activity', visibility),
  })
  const days = adherence.get(accountId) ?? []
  const answers = await listAvailability(db, organizationId, [accountId], from)
  const isAwaited = (await listUnanswered(db, organizationId, from)).has(accountId)
  return ok({
    accountId,
    name,
    from,
    today,
    days,
    percent: shareOfPlan(days),
    availability: answers.get(accountId) ?? (isAwaited ? [] : null),
    mayMatch: mayChange,
  })
}
