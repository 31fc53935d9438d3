import type { Enrollment, EnrollmentState, Shift } from '#domain/plan/template/enrollment.ts'
import type { AccountId, EnrollmentId, GroupId, OrganizationId, PlanId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { inSlices } from './in-slices.ts'
import type { EnrollmentsTable } from './schema-plans.ts'

/** Sqlite takes some 32,000 parameters: an enrollment has eighteen. */
export async function insertEnrollments(tx: Tx, enrollments: readonly Enrollment[]): Promise<void> {
  await inSlices(enrollments.map(rowOf), slice =>
    tx
      .insertInto('enrollments')
      .values([...slice])
      .execute(),
  )
}

export async function updateEnrollment(tx: Tx, enrollment: Enrollment): Promise<void> {
  const { id, organization_id, ...row } = rowOf(enrollment)
  await tx
    .updateTable('enrollments')
    .set(row)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute()
}

export async function findEnrollment(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Enrollment | undefined> {
  const row = await db
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && enrollmentOf(row)
}

/** Present and coming enrollments, by their beginning: those that have not ended and whose last day is not over. */
export async function listEnrollmentsOf(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
): Promise<Enrollment[]> {
  const found: Enrollment[] = []
  await inSlices(accountIds, async slice => {
    const rows = await db
      .selectFrom('enrollments')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('account_id', 'in', [...slice])
      .where('last_on', '>=', from)
      .where('state', '!=', 'ended')
      .orderBy('start_on')
      .orderBy('id')
      .execute()
    found.push(...rows.map(enrollmentOf))
  })
  return found
}

export type GroupPlan = {
  planId: PlanId
  title: string
  weeks: number
  startOn: LocalDay
  lastOn: LocalDay
  athletes: number
}

/** The plans that run or begin in a group, with how many are on them. */
export async function listPlansOfGroup(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  from: LocalDay,
): Promise<GroupPlan[]> {
  const rows = await db
    .selectFrom('enrollments')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('last_on', '>=', from)
    .where('state', '!=', 'ended')
    .groupBy(['plan_id', 'title', 'weeks', 'start_on'])
    .orderBy('start_on')
    .orderBy('title')
    .select(({ fn }) => [
      'plan_id',
      'title',
      'weeks',
      'start_on',
      fn.max('last_on').as('last_on'),
      fn.countAll<number>().as('athletes'),
    ])
    .execute()
  return rows.map(row => ({
    planId: row.plan_id as PlanId,
    title: row.title,
    weeks: row.weeks,
    startOn: row.start_on as LocalDay,
    lastOn: row.last_on as LocalDay,
    athletes: Number(row.athletes),
  }))
}

function rowOf(enrollment: Enrollment): EnrollmentsTable {
  return {
    id: enrollment.id,
    organization_id: enrollment.organizationId,
    account_id: enrollment.accountId,
    plan_id: enrollment.planId,
    version_id: enrollment.versionId,
    title: enrollment.title,
    weeks: enrollment.weeks,
    start_on: enrollment.startOn,
    first_on: enrollment.firstOn,
    last_on: enrollment.lastOn,
    race_on: enrollment.raceOn,
    shifts_json: JSON.stringify(enrollment.shifts),
    state: enrollment.state,
    state_on: enrollment.stateOn,
    group_id: enrollment.groupId,
    assigned_by: enrollment.assignedBy,
    created_at: enrollment.createdAt,
    updated_at: enrollment.updatedAt,
  }
}

export function enrollmentOf(row: EnrollmentsTable): Enrollment {
  return {
    id: row.id as EnrollmentId,
    organizationId: row.organization_id as OrganizationId,
    accountId: row.account_id as AccountId,
    planId: row.plan_id as PlanId,
    versionId: row.version_id,
    title: row.title,
    weeks: row.weeks,
    startOn: row.start_on as LocalDay,
    firstOn: row.first_on as LocalDay,
    lastOn: row.last_on as LocalDay,
    raceOn: row.race_on as LocalDay | null,
    shifts: JSON.parse(row.shifts_json) as Shift[],
    state: row.state as EnrollmentState,
    stateOn: row.state_on as LocalDay | null,
    groupId: row.group_id as GroupId | null,
    assignedBy: row.assigned_by as AccountId,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  }
}
