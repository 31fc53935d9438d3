import type { SessionHour } from '#domain/plan/living/session-hour.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'

export type KeptHour = SessionHour & { lastOn: LocalDay | null; nextAt: Instant }

export async function findSessionHour(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<KeptHour | undefined> {
  const row = await db
    .selectFrom('session_hours')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return (
    row && {
      isOn: row.is_on === 1,
      time: row.local_time as LocalTime,
      isEveningBefore: row.is_evening_before === 1,
      onRestDays: row.on_rest_days === 1,
      lastOn: row.last_on as LocalDay | null,
      nextAt: row.next_at as Instant,
    }
  )
}

/** Writes somebody's hour; the day that had its turn last stays known. */
export async function upsertSessionHour(
  tx: Tx,
  who: { organizationId: OrganizationId; accountId: AccountId; zone: Zone },
  hour: SessionHour,
  nextAt: Instant,
  now: Instant,
): Promise<void> {
  const set = {
    is_on: hour.isOn ? (1 as const) : (0 as const),
    local_time: hour.time,
    is_evening_before: hour.isEveningBefore ? (1 as const) : (0 as const),
    on_rest_days: hour.onRestDays ? (1 as const) : (0 as const),
    zone: who.zone,
    next_at: nextAt,
    updated_at: now,
  }
  await tx
    .insertInto('session_hours')
    .values({ organization_id: who.organizationId, account_id: who.accountId, last_on: null, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'account_id']).doUpdateSet(set))
    .execute()
}

/** Takes the turn that was seen; false when another process took it. */
export async function takeSessionTurn(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  turn: { seenNextAt: Instant; nextAt: Instant; lastOn: LocalDay | null; zone: Zone },
): Promise<boolean> {
  const result = await tx
    .updateTable('session_hours')
    .set({
      next_at: turn.nextAt,
      zone: turn.zone,
      ...(turn.lastOn === null ? {} : { last_on: turn.lastOn }),
    })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('is_on', '=', 1)
    .where('next_at', '=', turn.seenNextAt)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whose hour has come, in every club; the earliest first, so many at once. */
export async function listSessionTurns(
  db: Db,
  now: Instant,
  most: number,
): Promise<{ organizationId: OrganizationId; accountId: AccountId }[]> {
  const rows = await db
    .selectFrom('session_hours')
    .select(['organization_id', 'account_id'])
    .where('is_on', '=', 1)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(most)
    .execute()
  return rows.map(row => ({
    organizationId: row.organization_id as OrganizationId,
    accountId: row.account_id as AccountId,
  }))
}

/** Somebody's clock is another one now: their next turn is reckoned anew at the next look. */
export async function retimeSessionHours(tx: Tx, accountId: AccountId): Promise<void> {
  await tx
    .updateTable('session_hours')
    .set({ next_at: 0 })
    .where('organization_id', 'in', ({ selectFrom }) =>
      selectFrom('memberships')
        .select('memberships.organization_id')
        .where('memberships.account_id', '=', accountId)
        .where('memberships.left_at', 'is', null),
    )
    .where('account_id', '=', accountId)
    .where('zone', '<>', ({ selectFrom }) =>
      selectFrom('accounts').select('accounts.zone').where('accounts.id', '=', accountId),
    )
    .execute()
}
