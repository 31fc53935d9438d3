import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireActiveMember, requireAthlete } from '#domain/organization/policy.ts'
import {
  type AvailabilityWeek,
  type DayAvailability,
  hasBegun,
  weekAskedOn,
} from '#domain/plan/availability/availability.ts'
import type { AvailabilityEvent } from '#domain/plan/availability/availability-event.ts'
import type { AvailabilityRefusal } from '#domain/plan/availability/availability-refusal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAvailability, putAvailability } from '#store/availability-store.ts'
import type { Reading } from '#store/db.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { Done, UnitOfWork } from '../../perform.ts'

/** The asker's own answers for a week; the next one unless it is named. */
export async function ownAvailability(
  { db, actor, now }: UnitOfReading,
  { weekOn }: { weekOn: LocalDay | null },
): Promise<Result<AvailabilityWeek, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const today = localDayAt(now, zone)
  const week = weekOn === null ? weekAskedOn(today) : mondayOf(weekOn)
  return ok(await availabilityWeek(db, organizationId, accountId, week, today))
}

/** One athlete's answers for a week, as they stand. */
export async function availabilityWeek(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  weekOn: LocalDay,
  today: LocalDay,
): Promise<AvailabilityWeek> {
  const found = await listAvailability(db, organizationId, [accountId], weekOn)
  return { weekOn, days: found.get(accountId) ?? [], isOver: hasBegun(weekOn, today) }
}

export type AnswerAvailability = {
  weekOn: LocalDay
  /** One day's answer, or `null` for yes to every day that is not answered yet. */
  day: DayAvailability | null
}

/** An athlete says on which days of a week they can train; until that week begins they may say otherwise. */
export async function answerAvailability(
  { tx, actor, now }: UnitOfWork,
  { weekOn, day }: AnswerAvailability,
): Promise<Result<Done<AvailabilityWeek>, AccessRefusal | AvailabilityRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId, zone } = athlete.value
  const today = localDayAt(now, zone)
  const isDay = day === null || (day.on >= weekOn && day.on <= addDays(weekOn, 6))
  if (mondayOf(weekOn) !== weekOn || weekOn > addDays(weekAskedOn(today), 28) || !isDay) {
    return refuse({ code: 'availability-day-wrong' })
  }
  if (hasBegun(weekOn, today)) return refuse({ code: 'availability-week-begun', weekOn })
  const before = await availabilityWeek(tx, organizationId, accountId, weekOn, today)
  const open = Array.from({ length: 7 }, (_, index) => addDays(weekOn, index)).filter(
    on => !before.days.some(answered => answered.on === on),
  )
  const days: DayAvailability[] = day ? [day] : open.map(on => ({ on, answer: 'yes', minutes: null }))
  const isFirst = await putAvailability(tx, { organizationId, accountId }, weekOn, days, now)
  const event: AvailabilityEvent = {
    type: 'availability.answered',
    organizationId,
    target: { kind: 'athlete', id: accountId },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: null,
    after: { athleteId: accountId, weekOn },
  }
  return ok({
    value: await availabilityWeek(tx, organizationId, accountId, weekOn, today),
    events: isFirst ? [event] : [],
  })
}
