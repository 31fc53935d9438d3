import type { LockedMatch, SessionName } from '#domain/plan/matching/match-sessions.ts'
import type { AccountId, ActivityId, EnrollmentId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** What was said by hand of an activity; undefined where nothing was. */
export async function findMatch(
  db: Reading,
  organizationId: OrganizationId,
  activityId: string,
): Promise<LockedMatch | undefined> {
  const row = await db
    .selectFrom('session_matches')
    .select(['activity_id', 'enrollment_id', 'day_index', 'slot'])
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  if (!row) return undefined
  const { enrollment_id: enrollmentId, day_index: dayIndex, slot } = row
  return {
    activityId: row.activity_id as ActivityId,
    session:
      enrollmentId === null || dayIndex === null || slot === null
        ? null
        : { enrollmentId: enrollmentId as EnrollmentId, dayIndex, slot },
  }
}

/** Keeps what was said by hand; a session said of another activity before is free of that one. */
export async function putMatch(
  tx: Tx,
  match: {
    organizationId: OrganizationId
    accountId: AccountId
    activityId: ActivityId
    session: SessionName | null
    matchedBy: AccountId
    matchedAt: Instant
  },
): Promise<void> {
  const { organizationId, activityId, session } = match
  await deleteMatch(tx, organizationId, activityId)
  if (session) {
    await tx
      .deleteFrom('session_matches')
      .where('organization_id', '=', organizationId)
      .where('enrollment_id', '=', session.enrollmentId)
      .where('day_index', '=', session.dayIndex)
      .where('slot', '=', session.slot)
      .execute()
  }
  await tx
    .insertInto('session_matches')
    .values({
      organization_id: organizationId,
      activity_id: activityId,
      account_id: match.accountId,
      enrollment_id: session?.enrollmentId ?? null,
      day_index: session?.dayIndex ?? null,
      slot: session?.slot ?? null,
      matched_by: match.matchedBy,
      matched_at: match.matchedAt,
    })
    .execute()
}

export async function deleteMatch(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<void> {
  await tx
    .deleteFrom('session_matches')
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', activityId)
    .execute()
}
