import { decideGroupChange, type GroupChange } from '#domain/group/decide-group.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findNamesake, updateGroup } from '#store/group-store.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent, ownerChangedEvent } from './group-event.ts'
import { requireGroupOwner } from './require-group-owner.ts'
import { resolveGroupById } from './resolve-group.ts'

export type EditGroup = {
  groupId: string
  change: Omit<GroupChange, 'ownerId'> & { owner?: NamedMember }
  /** The version the change was made on; null when the caller saw none. */
  seenVersion: number | null
}

/** Changes only the fields given, on the version that was seen. */
export async function editGroup(
  { tx, actor, now, newId }: UnitOfWork,
  { groupId, change: { owner: named, ...change }, seenVersion }: EditGroup,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveGroupById(tx, actor, groupId)
  if (!found.ok) return found
  const before = found.value
  const editor = requireGroupEditor(actor, before)
  if (!editor.ok) return editor
  const { organizationId } = before
  const owner = named && (await requireGroupOwner(tx, organizationId, named))
  if (owner && !owner.ok) return owner
  const decided = decideGroupChange({
    group: before,
    change: { ...change, ...(owner ? { ownerId: owner.value } : {}) },
    seenVersion,
    namesake: change.name ? await findNamesake(tx, organizationId, change.name, now) : undefined,
    now,
  })
  if (!decided.ok) return decided
  const after = decided.value
  const written = await updateGroup(tx, after)
  if (written === 'name-taken') return refuse({ code: 'group-name-taken', name: after.name })
  if (written === 'overtaken') return refuse({ code: 'group-changed-meanwhile', name: before.name })
  const passed =
    after.ownerId === before.ownerId ? [] : [ownerChangedEvent(after, editor.value.accountId, newId)]
  return ok({ value: after, events: [groupEvent('group.edited', before, after), ...passed] })
}
