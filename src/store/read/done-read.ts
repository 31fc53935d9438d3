import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { DoneThing } from '#domain/plan/living/day-card.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

export type DoneRow = DoneThing & { visibility: Visibility; source: string }

/** What an athlete did on these local days, both included, in order. */
export async function listDone(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  from: LocalDay,
  to: LocalDay,
): Promise<DoneRow[]> {
  const rows = await db
    .selectFrom('activities')
    .select(['id', 'name', 'sub_type', 'local_on', 'distance_cm', 'duration_ms', 'visibility', 'source'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    // The index goes by instant, and no zone is a day away from UTC.
    .where('started_at', '>=', Date.parse(from) - DAY_MS)
    .where('started_at', '<', Date.parse(to) + 2 * DAY_MS)
    .where('local_on', '>=', from)
    .where('local_on', '<=', to)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    activityId: row.id,
    name: row.name,
    subType: row.sub_type as SubType,
    localOn: row.local_on as LocalDay,
    distanceCm: row.distance_cm,
    durationMs: row.duration_ms,
    visibility: row.visibility as Visibility,
    source: row.source,
  }))
}
