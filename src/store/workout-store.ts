import { sql } from 'kysely'
import { type SubType, subTypeFromWord } from '#domain/activity/sub-type.ts'
import type { Blocks, Workout, WorkoutType, WorkoutVisibility } from '#domain/plan/workout.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, OrganizationId, WorkoutId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { containing } from './like-pattern.ts'
import type { WorkoutsTable } from './schema-workouts.ts'
import { unlessTaken } from './unique-violation.ts'

/** Inserts a workout; false when its title was taken since it was looked up. */
export async function insertWorkout(tx: Tx, workout: Workout): Promise<boolean> {
  const inserted = await unlessTaken(tx.insertInto('workouts').values(rowOf(workout)).execute())
  return inserted !== null
}

/** Writes a changed workout over the version before it, unless that or its title was overtaken meanwhile. */
export async function updateWorkout(
  tx: Tx,
  workout: Workout,
): Promise<'written' | 'title-taken' | 'overtaken'> {
  const result = await unlessTaken(
    tx
      .updateTable('workouts')
      .set(rowOf(workout))
      .where('organization_id', '=', workout.organizationId)
      .where('id', '=', workout.id)
      .where('version', '=', workout.version - 1)
      .executeTakeFirst(),
  )
  if (!result) return 'title-taken'
  return result.numUpdatedRows > 0n ? 'written' : 'overtaken'
}

/** A workout, archived or not. */
export async function findWorkout(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Workout | undefined> {
  const row = await db
    .selectFrom('workouts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && workoutOf(row)
}

export async function findWorkoutByTitle(
  db: Reading,
  organizationId: OrganizationId,
  title: string,
): Promise<Workout | undefined> {
  const row = await live(db, organizationId)
    .selectAll()
    .where('title_key', '=', nameKey(title))
    .executeTakeFirst()
  return row && workoutOf(row)
}

export type WorkoutSearch = { text: string; isForCoaches: boolean; offset: number; limit: number }

/** Live workouts by title whose title or sub-type is searched for; those for coaches only where the reader is one. */
export async function listWorkouts(
  db: Reading,
  organizationId: OrganizationId,
  { text, isForCoaches, offset, limit }: WorkoutSearch,
): Promise<{ rows: Workout[]; total: number }> {
  const key = nameKey(text)
  const subType = subTypeFromWord(text)
  let found = live(db, organizationId)
  if (!isForCoaches) found = found.where('visibility', '=', 'public')
  if (key !== '') {
    const pattern = containing(key)
    found = found.where(({ or, eb }) =>
      or([
        sql<boolean>`${eb.ref('title_key')} like ${pattern} escape '\\'`,
        ...(subType ? [eb('sub_type', '=', subType)] : []),
      ]),
    )
  }
  const rows = await found
    .selectAll()
    .orderBy('title_key')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(workoutOf), total: Number(total) }
}

/** Whose workouts somebody's become when they delete their data: the club goes on using them. */
export async function handOverWorkouts(
  tx: Tx,
  organizationId: OrganizationId,
  from: AccountId,
  to: AccountId,
): Promise<void> {
  await tx
    .updateTable('workouts')
    .set({ owner_id: to })
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', from)
    .execute()
}

function live(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('workouts')
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
}

function rowOf(workout: Workout): WorkoutsTable {
  return {
    id: workout.id,
    organization_id: workout.organizationId,
    title: workout.title,
    title_key: workout.titleKey,
    type: workout.type,
    sub_type: workout.subType,
    text: workout.text,
    blocks_json: JSON.stringify(workout.blocks),
    visibility: workout.visibility,
    owner_id: workout.ownerId,
    version: workout.version,
    created_at: workout.createdAt,
    updated_at: workout.updatedAt,
    archived_at: workout.archivedAt,
  }
}

function workoutOf(row: WorkoutsTable): Workout {
  return {
    id: row.id as WorkoutId,
    organizationId: row.organization_id as OrganizationId,
    title: row.title,
    titleKey: row.title_key,
    type: row.type as WorkoutType,
    subType: row.sub_type as SubType,
    text: row.text,
    blocks: JSON.parse(row.blocks_json) as Blocks,
    visibility: row.visibility as WorkoutVisibility,
    ownerId: row.owner_id as AccountId,
    version: row.version,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
    archivedAt: row.archived_at as Instant | null,
  }
}
