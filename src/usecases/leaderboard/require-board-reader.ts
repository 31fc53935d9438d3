import type { Group } from '#domain/group/group.ts'
import { type ActiveMember, type Coach, isCoach } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { isGroupMember } from '#store/group-membership-store.ts'

/** What a group's people did is for them: coaches, its owner and its members read its boards, stats and feed. */
export async function requireBoardReader(
  db: Reading,
  reader: ActiveMember | Coach,
  group: Group,
): Promise<Result<null, BoardRefusal>> {
  const isInside =
    isCoach(reader) ||
    group.ownerId === reader.accountId ||
    (await isGroupMember(db, group.organizationId, group.id, reader.accountId))
  return isInside ? ok(null) : refuse({ code: 'board-for-members', name: group.name })
}
