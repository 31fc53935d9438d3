import type { Activity } from '#domain/activity/activity.ts'
import { DAY_MS, type Instant, type LocalDay } from '#kernel/instant.ts'
import { findActivity } from '../activity-store.ts'
import type { Reading } from '../db.ts'
import type { AthleteKey } from '../vdot-store.ts'

/** The newest of an athlete's own activities on a day of their calendar. */
export async function findNewestOn(
  db: Reading,
  { organizationId, athleteId }: AthleteKey,
  on: LocalDay,
): Promise<Activity | undefined> {
  // Local days lie within a day of the same days in UTC, so that the index can be asked by instant.
  const begin = (Date.parse(on) - DAY_MS) as Instant
  const row = await db
    .selectFrom('activities')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where('started_at', '>=', begin)
    .where('started_at', '<', (begin + 3 * DAY_MS) as Instant)
    .where('local_on', '=', on)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && findActivity(db, organizationId, row.id)
}
