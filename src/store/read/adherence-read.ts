import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { DoneActivity, LockedMatch } from '#domain/plan/matching/match-sessions.ts'
import { familyOfActivity } from '#domain/plan/matching/session-family.ts'
import type { Enrollment } from '#domain/plan/template/enrollment.ts'
import type { WorkoutType } from '#domain/plan/workout.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, ActivityId, EnrollmentId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, type LocalDay, type Zone } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { enrollmentOf } from '../enrollment-store.ts'
import { inSlices } from '../in-slices.ts'

export type DoneOf = DoneActivity & {
  accountId: AccountId
  visibility: Visibility
  /** What somebody said by hand of it. */
  lock: LockedMatch | null
}

/**
 * What athletes did on their own calendar days, both included, with what was said of it by hand. By its terms nothing of
 * Strava's API is in it.
 */
export async function listTrainingDone(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<DoneOf[]> {
  // Local days lie within a day of the same days in UTC, so that the index can be asked by instant.
  const begin = (Date.parse(from) - DAY_MS) as Instant
  const end = (Date.parse(to) + 2 * DAY_MS) as Instant
  const done: DoneOf[] = []
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('activities as act')
      .leftJoin('session_matches as m', join =>
        join.onRef('m.activity_id', '=', 'act.id').on('m.organization_id', '=', organizationId),
      )
      .where('act.organization_id', '=', organizationId)
      .where('act.account_id', 'in', [...slice])
      .where('act.started_at', '>=', begin)
      .where('act.started_at', '<', end)
      .where('act.local_on', '>=', from)
      .where('act.local_on', '<=', to)
      .where('act.source', '<>', 'strava')
      .select([
        'act.id',
        'act.account_id',
        'act.started_at',
        'act.local_on',
        'act.sub_type',
        'act.distance_cm',
        'act.duration_ms',
        'act.visibility',
        'm.activity_id as locked',
        'm.enrollment_id',
        'm.day_index',
        'm.slot',
      ])
      .execute()
    for (const row of rows) {
      const id = row.id as ActivityId
      done.push({
        id,
        accountId: row.account_id as AccountId,
        startedAt: row.started_at as Instant,
        on: row.local_on as LocalDay,
        family: familyOfActivity(row.sub_type as SubType),
        distanceCm: row.distance_cm,
        durationMs: row.duration_ms,
        visibility: row.visibility as Visibility,
        lock:
          row.locked === null
            ? null
            : {
                activityId: id,
                session:
                  row.enrollment_id === null || row.day_index === null || row.slot === null
                    ? null
                    : {
                        enrollmentId: row.enrollment_id as EnrollmentId,
                        dayIndex: row.day_index,
                        slot: row.slot,
                      },
              },
      })
    }
  })
  return done
}

/** All enrollments that touch the days, paused and ended ones too. */
export async function listEnrollmentsWithin(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<Enrollment[]> {
  const found: Enrollment[] = []
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('enrollments')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('account_id', 'in', [...slice])
      .where('last_on', '>=', from)
      .where('start_on', '<=', to)
      .execute()
    found.push(...rows.map(enrollmentOf))
  })
  return found
}

/** The zones of members. */
export async function listZones(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<Map<AccountId, Zone>> {
  const zones = new Map<AccountId, Zone>()
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('accounts as a')
      .innerJoin('memberships as m', 'm.account_id', 'a.id')
      .select(['a.id', 'a.zone'])
      .where('m.organization_id', '=', organizationId)
      .where('m.left_at', 'is', null)
      .where('a.id', 'in', [...slice])
      .execute()
    for (const { id, zone } of rows) zones.set(id as AccountId, zone as Zone)
  })
  return zones
}

/** What kind of workout the library's titles are, by the title's key; archived ones are forgotten. */
export async function listTypesOfTitles(
  db: Reading,
  organizationId: OrganizationId,
  titles: readonly string[],
): Promise<Map<string, WorkoutType>> {
  const types = new Map<string, WorkoutType>()
  const keys = [...new Set(titles.map(nameKey))]
  await inSlices(keys, async slice => {
    const rows = await db
      .selectFrom('workouts')
      .select(['title_key', 'type'])
      .where('organization_id', '=', organizationId)
      .where('title_key', 'in', [...slice])
      .where('archived_at', 'is', null)
      .execute()
    for (const row of rows) types.set(row.title_key, row.type as WorkoutType)
  })
  return types
}
