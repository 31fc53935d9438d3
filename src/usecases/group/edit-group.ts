import { decideGroupChange, type GroupChange } from '#domain/group/decide-group.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findGroupByName, updateGroup } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent } from './group-event.ts'
import { resolveGroupById } from './resolve-group.ts'

export type EditGroup = { groupId: string; change: GroupChange; seenVersion: number | null }

/** Changes only the fields given, on the version that was seen. */
export async function editGroup(
  { tx, actor, now }: UnitOfWork,
  { groupId, change, seenVersion }: EditGroup,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveGroupById(tx, actor, groupId)
  if (!found.ok) return found
  const before = found.value
  const editor = requireGroupEditor(actor, before)
  if (!editor.ok) return editor
  const decided = decideGroupChange({
    group: before,
    change,
    seenVersion,
    namesake: change.name ? await findGroupByName(tx, before.organizationId, change.name) : undefined,
    now,
  })
  if (!decided.ok) return decided
  const after = decided.value
  const written = await updateGroup(tx, after)
  if (written === 'name-taken') return refuse({ code: 'group-name-taken', name: after.name })
  if (written === 'overtaken') return refuse({ code: 'group-changed-meanwhile', name: before.name })
  return ok({ value: after, events: [groupEvent('group.edited', before, after)] })
}
