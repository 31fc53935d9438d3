import { GROUP_UNDO_MS, type Group, type GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { markGroupDeleted } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent } from './group-event.ts'
import { resolveGroupById } from './resolve-group.ts'

/**
 * Removes the group; its athletes stay in the club, past posts stay, its schedules fall silent. For ten minutes it can be
 * brought back as it was, and nobody else gets its name.
 */
export async function deleteGroup(
  { tx, actor, now }: UnitOfWork,
  groupId: string,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveGroupById(tx, actor, groupId)
  if (!found.ok) return found
  const editor = requireGroupEditor(actor, found.value)
  if (!editor.ok) return editor
  await markGroupDeleted(tx, found.value, now, instant(now + GROUP_UNDO_MS))
  return ok({ value: found.value, events: [groupEvent('group.deleted', found.value, null)] })
}
