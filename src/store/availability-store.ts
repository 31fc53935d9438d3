import { addDays } from '#domain/calendar/local-day.ts'
import type {
  AvailabilityAnswer,
  AvailabilityRound,
  DayAvailability,
} from '#domain/plan/availability/availability.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { inSlices } from './in-slices.ts'
import type { AvailabilityRoundsTable } from './schema-adherence.ts'

export async function upsertRound(tx: Tx, round: AvailabilityRound, now: Instant): Promise<void> {
  const set = {
    organization_id: round.organizationId,
    weekday: round.weekday,
    time: round.time,
    zone: round.zone,
    active_from: round.activeFrom,
    last_turn_at: round.lastTurnAt,
    set_by: round.setBy,
    updated_at: now,
  }
  await tx
    .insertInto('availability_rounds')
    .values({ group_id: round.groupId, ...set })
    .onConflict(conflict => conflict.column('group_id').doUpdateSet(set))
    .execute()
}

export async function deleteRound(tx: Tx, organizationId: OrganizationId, groupId: GroupId): Promise<void> {
  await tx
    .deleteFrom('availability_rounds')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .execute()
}

export async function findRound(
  db: Reading,
  organizationId: OrganizationId,
  groupId: string,
): Promise<AvailabilityRound | undefined> {
  const row = await db
    .selectFrom('availability_rounds')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .executeTakeFirst()
  return row && roundOf(row)
}

/** The rounds of every club whose group is still there: a handful, looked at by the clock. */
export async function listRounds(db: Reading): Promise<AvailabilityRound[]> {
  const rows = await db
    .selectFrom('availability_rounds as r')
    .innerJoin('groups as g', join =>
      join.onRef('g.id', '=', 'r.group_id').onRef('g.organization_id', '=', 'r.organization_id'),
    )
    .where('g.deleted_at', 'is', null)
    .selectAll('r')
    .execute()
  return rows.map(roundOf)
}

/** Takes a turn; false when somebody else has it. */
export async function takeTurn(tx: Tx, round: AvailabilityRound, dueAt: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('availability_rounds')
    .set({ last_turn_at: dueAt })
    .where('organization_id', '=', round.organizationId)
    .where('group_id', '=', round.groupId)
    .where(({ or, eb }) => or([eb('last_turn_at', 'is', null), eb('last_turn_at', '<', dueAt)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Notes that athletes are asked about a week, and gives those who had been neither asked nor told it by themselves. */
export async function insertAsked(
  tx: Tx,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  weekOn: LocalDay,
  now: Instant,
): Promise<AccountId[]> {
  const asked: AccountId[] = []
  await inSlices(accountIds, async slice => {
    const rows = await tx
      .insertInto('availability_weeks')
      .values(
        slice.map(accountId => ({
          organization_id: organizationId,
          account_id: accountId,
          week_on: weekOn,
          asked_at: now,
          answered_at: null,
        })),
      )
      .onConflict(conflict => conflict.columns(['organization_id', 'account_id', 'week_on']).doNothing())
      .returning('account_id')
      .execute()
    asked.push(...rows.map(row => row.account_id as AccountId))
  })
  return asked
}

/** Keeps what somebody answered for days; those left out stay as they were. True for the week's first answer. */
export async function putAvailability(
  tx: Tx,
  who: { organizationId: OrganizationId; accountId: AccountId },
  weekOn: LocalDay,
  days: readonly DayAvailability[],
  now: Instant,
): Promise<boolean> {
  const { organizationId, accountId } = who
  for (const { on, answer, minutes } of days) {
    await tx
      .insertInto('availability_days')
      .values({ organization_id: organizationId, account_id: accountId, on_day: on, answer, minutes })
      .onConflict(conflict =>
        conflict.columns(['organization_id', 'account_id', 'on_day']).doUpdateSet({ answer, minutes }),
      )
      .execute()
  }
  const before = await tx
    .selectFrom('availability_weeks')
    .select('answered_at')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('week_on', '=', weekOn)
    .executeTakeFirst()
  await tx
    .insertInto('availability_weeks')
    .values({
      organization_id: organizationId,
      account_id: accountId,
      week_on: weekOn,
      asked_at: null,
      answered_at: now,
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'account_id', 'week_on']).doUpdateSet({ answered_at: now }),
    )
    .execute()
  return before?.answered_at == null
}

/** What athletes answered for the days of a week, by athlete. */
export async function listAvailability(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  weekOn: LocalDay,
): Promise<Map<AccountId, DayAvailability[]>> {
  const found = new Map<AccountId, DayAvailability[]>()
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('availability_days')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('account_id', 'in', [...slice])
      .where('on_day', '>=', weekOn)
      .where('on_day', '<=', addDays(weekOn, 6))
      .orderBy('on_day')
      .execute()
    for (const row of rows) {
      const accountId = row.account_id as AccountId
      const days = found.get(accountId) ?? []
      days.push({
        on: row.on_day as LocalDay,
        answer: row.answer as AvailabilityAnswer,
        minutes: row.minutes,
      })
      found.set(accountId, days)
    }
  })
  return found
}

/** Who was asked about the week and has not answered. */
export async function listUnanswered(
  db: Reading,
  organizationId: OrganizationId,
  weekOn: LocalDay,
): Promise<Set<AccountId>> {
  const rows = await db
    .selectFrom('availability_weeks')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('week_on', '=', weekOn)
    .where('asked_at', 'is not', null)
    .where('answered_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.account_id as AccountId))
}

function roundOf(row: AvailabilityRoundsTable): AvailabilityRound {
  return {
    groupId: row.group_id as GroupId,
    organizationId: row.organization_id as OrganizationId,
    weekday: row.weekday,
    time: row.time as LocalTime,
    zone: row.zone as Zone,
    activeFrom: row.active_from as Instant,
    lastTurnAt: row.last_turn_at as Instant | null,
    setBy: row.set_by as AccountId,
  }
}
