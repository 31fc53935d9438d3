import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findDeletedGroup, findGroup, restoreGroup } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent } from './group-event.ts'

/** Brings back a group that was deleted up to ten minutes ago, with its members and schedules as they were. */
export async function restoreDeletedGroup(
  { tx, actor, now }: UnitOfWork,
  groupId: string,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId } = asker.value
  const deleted = await findDeletedGroup(tx, organizationId, groupId, now)
  if (!deleted) {
    const present = await findGroup(tx, organizationId, groupId)
    // A second press finds it there: to whoever may edit it, that is what they wanted.
    if (present && requireGroupEditor(actor, present).ok) return ok({ value: present, events: [] })
    return refuse({ code: 'group-undo-over' })
  }
  const editor = requireGroupEditor(actor, deleted)
  if (!editor.ok) return editor
  const written = await restoreGroup(tx, deleted, now)
  if (written === 'name-taken') return refuse({ code: 'group-name-taken', name: deleted.name })
  if (written === 'overtaken') return refuse({ code: 'group-undo-over' })
  const restored = { ...deleted, version: deleted.version + 1, updatedAt: now }
  return ok({ value: restored, events: [groupEvent('group.restored', null, restored)] })
}
