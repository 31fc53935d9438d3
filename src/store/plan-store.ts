import type { Plan, PlanLevel, PlanVisibility, PlanWeeks } from '#domain/plan/template/plan.ts'
import { REST_DAY, REST_WEEK } from '#domain/plan/template/plan.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, OrganizationId, PlanId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { inSlices } from './in-slices.ts'
import type { PlansTable } from './schema-plans.ts'
import { unlessTaken } from './unique-violation.ts'

/** Inserts a plan; false when its title was taken since it was looked up. Its version is written before it is read. */
export async function insertPlan(tx: Tx, plan: Plan): Promise<boolean> {
  const inserted = await unlessTaken(tx.insertInto('plans').values(rowOf(plan)).execute())
  return inserted !== null
}

/** Writes a changed plan over the version it was made on. */
export async function updatePlan(
  tx: Tx,
  plan: Plan,
  seenVersionId: string,
): Promise<'written' | 'title-taken' | 'overtaken'> {
  const result = await unlessTaken(
    tx
      .updateTable('plans')
      .set(rowOf(plan))
      .where('organization_id', '=', plan.organizationId)
      .where('id', '=', plan.id)
      .where('version_id', '=', seenVersionId)
      .where('archived_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!result) return 'title-taken'
  return result.numUpdatedRows > 0n ? 'written' : 'overtaken'
}

export async function insertPlanVersion(
  tx: Tx,
  version: {
    id: string
    organizationId: OrganizationId
    planId: PlanId
    weeks: PlanWeeks
    createdAt: Instant
  },
): Promise<void> {
  const { id, organizationId, planId, weeks, createdAt } = version
  await tx
    .insertInto('plan_versions')
    .values({
      id,
      organization_id: organizationId,
      plan_id: planId,
      weeks: weeks.length,
      week_notes_json: JSON.stringify(weeks.map(week => week.note)),
      created_at: createdAt,
    })
    .execute()
  const rows = weeks.flatMap((week, weekIndex) =>
    week.days.flatMap((day, dayOfWeek) => {
      const key = { organization_id: organizationId, version_id: id, day_index: weekIndex * 7 + dayOfWeek }
      if (day.sessions.length === 0) {
        return day.note === '' ? [] : [{ ...key, slot: 0, text: '', title: null, note: day.note }]
      }
      return day.sessions.map(({ text, title }, slot) => ({
        ...key,
        slot,
        text,
        title,
        note: slot === 0 ? day.note : '',
      }))
    }),
  )
  await inSlices(rows, slice =>
    tx
      .insertInto('plan_days')
      .values([...slice])
      .execute(),
  )
}

/** Versions of a plan that nobody was given and that are not its present one. */
export async function deleteUnusedVersions(tx: Tx, plan: Plan): Promise<void> {
  const unused = await tx
    .selectFrom('plan_versions as v')
    .select('v.id')
    .where('v.organization_id', '=', plan.organizationId)
    .where('v.plan_id', '=', plan.id)
    .where('v.id', '!=', plan.versionId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('enrollments as e')
            .select('e.id')
            .where('e.organization_id', '=', plan.organizationId)
            .whereRef('e.version_id', '=', 'v.id'),
        ),
      ),
    )
    .execute()
  const ids = unused.map(version => version.id)
  if (ids.length === 0) return
  await tx
    .deleteFrom('plan_days')
    .where('organization_id', '=', plan.organizationId)
    .where('version_id', 'in', ids)
    .execute()
  await tx
    .deleteFrom('plan_versions')
    .where('organization_id', '=', plan.organizationId)
    .where('id', 'in', ids)
    .execute()
}

/** The whole content of a version. */
export async function listPlanWeeks(
  db: Reading,
  organizationId: OrganizationId,
  versionId: string,
): Promise<PlanWeeks> {
  const version = await db
    .selectFrom('plan_versions')
    .select(['weeks', 'week_notes_json'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (!version) return []
  const rows = await db
    .selectFrom('plan_days')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('version_id', '=', versionId)
    .orderBy('day_index')
    .orderBy('slot')
    .execute()
  const notes = JSON.parse(version.week_notes_json) as string[]
  return Array.from({ length: version.weeks }, (_, week) => ({
    note: notes[week] ?? '',
    days: REST_WEEK.days.map((_, day) => {
      const own = rows.filter(row => row.day_index === week * 7 + day)
      if (own.length === 0) return REST_DAY
      const sessions = own.filter(row => row.text !== '').map(({ text, title }) => ({ text, title }))
      return { sessions, note: own[0]?.note ?? '' }
    }),
  }))
}

/** Live plans by title. */
export async function listPlans(db: Reading, organizationId: OrganizationId): Promise<Plan[]> {
  const rows = await live(db, organizationId).orderBy('title_key').orderBy('id').execute()
  return rows.map(planOf)
}

export async function findPlan(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Plan | undefined> {
  const row = await live(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && planOf(row)
}

export async function findPlanByTitle(
  db: Reading,
  organizationId: OrganizationId,
  title: string,
): Promise<Plan | undefined> {
  const row = await live(db, organizationId).where('title_key', '=', nameKey(title)).executeTakeFirst()
  return row && planOf(row)
}

/** Titles of plans, archived ones included, by id. */
export async function findPlanTitle(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('plans')
    .select('title')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.title
}

function live(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('plans')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
}

function rowOf(plan: Plan): PlansTable {
  return {
    id: plan.id,
    organization_id: plan.organizationId,
    title: plan.title,
    title_key: plan.titleKey,
    level: plan.level,
    visibility: plan.visibility,
    weeks: plan.weeks,
    version_id: plan.versionId,
    owner_id: plan.ownerId,
    is_example: plan.isExample ? 1 : 0,
    created_at: plan.createdAt,
    updated_at: plan.updatedAt,
    archived_at: plan.archivedAt,
  }
}

function planOf(row: PlansTable): Plan {
  return {
    id: row.id as PlanId,
    organizationId: row.organization_id as OrganizationId,
    title: row.title,
    titleKey: row.title_key,
    level: row.level as PlanLevel,
    visibility: row.visibility as PlanVisibility,
    weeks: row.weeks,
    versionId: row.version_id,
    ownerId: row.owner_id as AccountId,
    isExample: row.is_example === 1,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
    archivedAt: row.archived_at as Instant | null,
  }
}
