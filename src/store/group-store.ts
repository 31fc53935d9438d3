import { sql } from 'kysely'
import type { Namesake } from '#domain/group/decide-group.ts'
import type { Group, GroupPrivacy } from '#domain/group/group.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { containing } from './like-pattern.ts'
import type { GroupsTable } from './schema-groups.ts'
import { unlessTaken } from './unique-violation.ts'

/** Inserts a live group; false when its name was taken since it was looked up. */
export async function insertGroup(tx: Tx, group: Group): Promise<boolean> {
  const inserted = await unlessTaken(
    tx
      .insertInto('groups')
      .values({ ...rowOf(group), deleted_at: null, undo_until: null })
      .execute(),
  )
  return inserted !== null
}

/** Writes a changed group over the version before it, unless that or its new name was overtaken meanwhile. */
export async function updateGroup(tx: Tx, group: Group): Promise<'written' | 'name-taken' | 'overtaken'> {
  const result = await unlessTaken(
    tx
      .updateTable('groups')
      .set(rowOf(group))
      .where('organization_id', '=', group.organizationId)
      .where('id', '=', group.id)
      .where('version', '=', group.version - 1)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  )
  if (!result) return 'name-taken'
  return result.numUpdatedRows > 0n ? 'written' : 'overtaken'
}

/** Takes the group away; members and schedules stay with it, for as long as it can be brought back. */
export async function markGroupDeleted(
  tx: Tx,
  group: Group,
  now: Instant,
  undoUntil: Instant | null = null,
): Promise<void> {
  await tx
    .updateTable('groups')
    .set({ deleted_at: now, undo_until: undoUntil, updated_at: now, version: group.version + 1 })
    .where('organization_id', '=', group.organizationId)
    .where('id', '=', group.id)
    .execute()
}

/** Brings a deleted group back, unless it is back already or its name is another's now. */
export async function restoreGroup(
  tx: Tx,
  group: Group,
  now: Instant,
): Promise<'written' | 'name-taken' | 'overtaken'> {
  const result = await unlessTaken(
    tx
      .updateTable('groups')
      .set({ deleted_at: null, undo_until: null, updated_at: now, version: group.version + 1 })
      .where('organization_id', '=', group.organizationId)
      .where('id', '=', group.id)
      .where('deleted_at', 'is not', null)
      .executeTakeFirst(),
  )
  if (!result) return 'name-taken'
  return result.numUpdatedRows > 0n ? 'written' : 'overtaken'
}

/** A group that was deleted, while that can be taken back. */
export async function findDeletedGroup(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
  now: Instant,
): Promise<Group | undefined> {
  const row = await db
    .selectFrom('groups')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .where('undo_until', '>', now)
    .executeTakeFirst()
  return row && groupOf(row)
}

/** Who has a name now: a live group, or a deleted one that can still come back. */
export async function findNamesake(
  db: Reading,
  organizationId: OrganizationId,
  name: string,
  now: Instant,
): Promise<Namesake | undefined> {
  const present = await findGroupByName(db, organizationId, name)
  if (present) return { id: present.id, name: present.name, isDeleted: false }
  const row = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('name_key', '=', nameKey(name))
    .where('undo_until', '>', now)
    .executeTakeFirst()
  return row && { id: row.id as GroupId, name: row.name, isDeleted: true }
}

/** Live groups that are tied to a channel, by name. */
export async function listGroupsOfChannel(
  db: Reading,
  organizationId: OrganizationId,
  channelId: string,
): Promise<Group[]> {
  const rows = await live(db, organizationId)
    .where('channel_id', '=', channelId)
    .orderBy('name_key')
    .orderBy('id')
    .execute()
  return rows.map(groupOf)
}

export async function findGroup(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Group | undefined> {
  const row = await live(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && groupOf(row)
}

export async function findGroupByName(
  db: Reading,
  organizationId: OrganizationId,
  name: string,
): Promise<Group | undefined> {
  const row = await live(db, organizationId).where('name_key', '=', nameKey(name)).executeTakeFirst()
  return row && groupOf(row)
}

/** Live groups in whose name what was typed occurs, by name; at most `limit`. */
export async function searchGroups(
  db: Reading,
  organizationId: OrganizationId,
  typed: string,
  limit: number,
): Promise<Group[]> {
  const pattern = containing(nameKey(typed))
  const rows = await live(db, organizationId)
    .where(sql<boolean>`name_key like ${pattern} escape '\\'`)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(groupOf)
}

/** Live groups by name. */
export async function listGroups(db: Reading, organizationId: OrganizationId): Promise<Group[]> {
  const rows = await live(db, organizationId).orderBy('name_key').orderBy('id').execute()
  return rows.map(groupOf)
}

function live(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('groups')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
}

function rowOf(group: Group): Omit<GroupsTable, 'deleted_at' | 'undo_until'> {
  return {
    id: group.id,
    organization_id: group.organizationId,
    name: group.name,
    name_key: group.nameKey,
    description: group.description,
    privacy: group.privacy,
    owner_id: group.ownerId,
    channel_id: group.channelId,
    version: group.version,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
  }
}

function groupOf(row: GroupsTable): Group {
  return {
    id: row.id as GroupId,
    organizationId: row.organization_id as OrganizationId,
    name: row.name,
    nameKey: row.name_key,
    description: row.description,
    privacy: row.privacy as GroupPrivacy,
    ownerId: row.owner_id as AccountId,
    channelId: row.channel_id,
    version: row.version,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  }
}

/** Names of groups, deleted ones included, by id. */
export async function listGroupNames(
  db: Reading,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
