import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { maySeeGroup } from '#domain/group/group-access.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listGroupIdsOf } from '#store/group-membership-store.ts'
import { findGroup, findGroupByName, listGroups } from '#store/group-store.ts'

/** The group of that name among those the actor may see; a private one they may not see is as unknown as none. */
export async function resolveGroup(
  db: Reading,
  actor: Actor,
  name: string,
): Promise<Result<Group, GroupRefusal>> {
  const organizationId = actor.organizationId
  if (!organizationId) return refuse({ code: 'group-unknown', name, suggestion: null })
  const group = await findGroupByName(db, organizationId, name)
  if (group && maySeeGroup(actor, group, (await groupIdsOf(db, actor)).has(group.id))) return ok(group)
  const seen = await listVisibleGroups(db, actor)
  const key = didYouMean(
    nameKey(name),
    seen.map(candidate => candidate.nameKey),
  )
  const suggestion = seen.find(candidate => candidate.nameKey === key)?.name ?? null
  return refuse({ code: 'group-unknown', name, suggestion })
}

/** The same by id, for buttons and forms: they may be older than the group. */
export async function resolveGroupById(
  db: Reading,
  actor: Actor,
  id: string,
): Promise<Result<Group, GroupRefusal>> {
  const group = actor.organizationId ? await findGroup(db, actor.organizationId, id) : undefined
  if (group && maySeeGroup(actor, group, (await groupIdsOf(db, actor)).has(group.id))) return ok(group)
  return refuse({ code: 'group-gone' })
}

/** A group as somebody typed its name, or as a button or a form carries its id. */
export type WhichGroup = { groupName: string } | { groupId: string }

/** Either way, with the words of each for what is not there. */
export async function resolveWhichGroup(
  db: Reading,
  actor: Actor,
  which: WhichGroup,
): Promise<Result<Group, GroupRefusal>> {
  return 'groupName' in which
    ? resolveGroup(db, actor, which.groupName)
    : resolveGroupById(db, actor, which.groupId)
}

/** Live groups the actor may see, by name. */
export async function listVisibleGroups(db: Reading, actor: Actor): Promise<Group[]> {
  if (!actor.organizationId) return []
  const mine = await groupIdsOf(db, actor)
  const all = await listGroups(db, actor.organizationId)
  return all.filter(group => maySeeGroup(actor, group, mine.has(group.id)))
}

async function groupIdsOf(db: Reading, actor: Actor): Promise<ReadonlySet<string>> {
  return actor.kind === 'member' ? listGroupIdsOf(db, actor.organizationId, actor.accountId) : new Set()
}
