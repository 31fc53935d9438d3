import type { Coach, CoachAssignment } from '#domain/organization/coach-card.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { shownName } from './shown-name.ts'

/** Puts an athlete into a coach's care; false when they are in it already. */
export async function insertAssignment(
  tx: Tx,
  newId: IdSource,
  pair: { organizationId: OrganizationId; coachId: AccountId; athleteId: AccountId },
  now: Instant,
): Promise<boolean> {
  if (await isAssigned(tx, pair.organizationId, pair.coachId, pair.athleteId)) return false
  await tx
    .insertInto('coach_assignments')
    .values({
      id: newId<string & { readonly __id: 'coach-assignment' }>(),
      organization_id: pair.organizationId,
      coach_id: pair.coachId,
      athlete_id: pair.athleteId,
      assigned_at: now,
      ended_at: null,
    })
    .execute()
  return true
}

/** Ends it; false when the athlete is not in that coach's care. */
export async function endAssignment(
  tx: Tx,
  pair: { organizationId: OrganizationId; coachId: AccountId; athleteId: AccountId },
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable('coach_assignments')
    .set({ ended_at: now })
    .where('organization_id', '=', pair.organizationId)
    .where('coach_id', '=', pair.coachId)
    .where('athlete_id', '=', pair.athleteId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends every assignment in which somebody is the coach, and with `both` also those in which they are the athlete. */
export async function endAssignmentsOf(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  which: 'as-coach' | 'both',
  now: Instant,
): Promise<CoachAssignment[]> {
  const rows = await tx
    .updateTable('coach_assignments')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('coach_id', '=', accountId), ...(which === 'both' ? [eb('athlete_id', '=', accountId)] : [])]),
    )
    .returning(['coach_id', 'athlete_id'])
    .execute()
  return rows.map(assignmentOf)
}

/** Is this athlete in this coach's care now? */
export async function isAssigned(
  db: Reading,
  organizationId: OrganizationId,
  coachId: AccountId,
  athleteId: AccountId,
): Promise<boolean> {
  const row = await db
    .selectFrom('coach_assignments')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('coach_id', '=', coachId)
    .where('athlete_id', '=', athleteId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export type AssignedAthlete = {
  accountId: AccountId
  slackUserId: string
  displayName: string
  status: MemberStatus
}

/** A coach's athletes by name, of every status. */
export async function listAssignedAthletes(
  db: Reading,
  organizationId: OrganizationId,
  coachId: AccountId,
): Promise<AssignedAthlete[]> {
  const rows = await db
    .selectFrom('coach_assignments as c')
    .innerJoin('accounts as a', 'a.id', 'c.athlete_id')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'c.athlete_id')
        .onRef('m.organization_id', '=', 'c.organization_id')
        .on('m.left_at', 'is', null),
    )
    .where('c.organization_id', '=', organizationId)
    .where('c.coach_id', '=', coachId)
    .where('c.ended_at', 'is', null)
    .orderBy(shownName())
    .orderBy('a.id')
    .select(['a.id', 'a.slack_user_id', shownName().as('display_name'), 'm.status'])
    .execute()
  return rows.map(row => ({
    accountId: row.id as AccountId,
    slackUserId: row.slack_user_id,
    displayName: row.display_name,
    status: row.status as MemberStatus,
  }))
}

/** Every present pair of coach and athlete. */
export async function listAssignments(
  db: Reading,
  organizationId: OrganizationId,
): Promise<CoachAssignment[]> {
  const rows = await db
    .selectFrom('coach_assignments')
    .select(['coach_id', 'athlete_id'])
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(assignmentOf)
}

/** The club's coaches, the head coach first, with how many athletes are in each one's care. */
export async function listCoaches(db: Reading, organizationId: OrganizationId): Promise<Coach[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('r.role', 'in', ['head-coach', 'assistant-coach'])
    .select(({ selectFrom }) => [
      'a.id',
      'a.slack_user_id',
      shownName().as('display_name'),
      'm.status',
      'r.role',
      selectFrom('coach_assignments as c')
        .whereRef('c.coach_id', '=', 'a.id')
        .where('c.organization_id', '=', organizationId)
        .where('c.ended_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('athletes'))
        .as('athletes'),
    ])
    .orderBy('r.role', 'desc')
    .orderBy(shownName())
    .orderBy('a.id')
    .execute()
  return rows.map(row => ({
    accountId: row.id as AccountId,
    slackUserId: row.slack_user_id,
    displayName: row.display_name,
    isHeadCoach: row.role === 'head-coach',
    status: row.status as MemberStatus,
    athletes: Number(row.athletes ?? 0),
  }))
}

function assignmentOf(row: { coach_id: string; athlete_id: string }): CoachAssignment {
  return { coachId: row.coach_id as AccountId, athleteId: row.athlete_id as AccountId }
}
