import { DEFAULT_QUIET_HOURS, type QuietHours } from '#domain/calendar/quiet-hours.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalTime, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type Rest = { zone: Zone; quietHours: QuietHours | null }

/** Somebody's quiet hours and the zone in which they are meant; the usual ones where they chose nothing. */
export async function findRest(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Rest> {
  const row = await db
    .selectFrom('accounts as a')
    .leftJoin('quiet_hours as q', join =>
      join.onRef('q.account_id', '=', 'a.id').on('q.organization_id', '=', organizationId),
    )
    .where('a.id', '=', accountId)
    .select(['a.zone', 'q.is_on', 'q.starts_at', 'q.ends_at'])
    .executeTakeFirst()
  return {
    zone: (row?.zone ?? 'UTC') as Zone,
    quietHours: row ? quietHoursOfRow(row) : DEFAULT_QUIET_HOURS,
  }
}

export async function upsertQuietHours(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  quiet: QuietHours | null,
  now: Instant,
): Promise<void> {
  const kept = quiet ?? DEFAULT_QUIET_HOURS
  const set = {
    is_on: quiet === null ? (0 as const) : (1 as const),
    starts_at: kept.from,
    ends_at: kept.to,
    updated_at: now,
  }
  await tx
    .insertInto('quiet_hours')
    .values({ organization_id: organizationId, account_id: accountId, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'account_id']).doUpdateSet(set))
    .execute()
}

function quietHoursOfRow(row: {
  is_on: number | null
  starts_at: string | null
  ends_at: string | null
}): QuietHours | null {
  if (row.is_on === null || row.starts_at === null || row.ends_at === null) return DEFAULT_QUIET_HOURS
  return row.is_on === 0 ? null : { from: row.starts_at as LocalTime, to: row.ends_at as LocalTime }
}
