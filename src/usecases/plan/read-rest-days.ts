import { daysOf } from '#domain/calendar/day-range.ts'
import { planDayKinds } from '#domain/plan/matching/plan-day-kind.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listEnrollmentsWithin } from '#store/read/adherence-read.ts'
import { listSessionsOfMany } from '#store/read/session-read.ts'

/** The days within athletes' running plans on which no session was planned, paused days left out. */
export async function readRestDays(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<Map<AccountId, ReadonlySet<LocalDay>>> {
  const enrollments = Map.groupBy(
    await listEnrollmentsWithin(db, organizationId, accountIds, from, to),
    ({ accountId }) => accountId,
  )
  const onPlan = [...enrollments.keys()]
  if (onPlan.length === 0) return new Map()
  const sessions = await listSessionsOfMany(db, organizationId, onPlan, from, to)
  const sessionDays = new Map(
    [...Map.groupBy(sessions, ({ accountId }) => accountId)].map(([accountId, own]) => [
      accountId,
      new Set(own.map(({ on }) => on)),
    ]),
  )
  const kindsOf = planDayKinds(from, to)
  const days = daysOf({ from, to })
  return new Map(
    [...enrollments].map(([accountId, own]) => {
      const kindOf = kindsOf(own)
      const isRest = (on: LocalDay) => kindOf(on) === 'in-plan' && !sessionDays.get(accountId)?.has(on)
      return [accountId, new Set(days.filter(isRest))]
    }),
  )
}
