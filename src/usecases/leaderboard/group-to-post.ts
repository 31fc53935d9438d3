import { type BoardPoster, requireBoardPoster } from '#domain/group/board-poster.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#store/db.ts'
import { resolveWhichGroup, type WhichGroup } from '../group/resolve-group.ts'

/** The group whose boards the actor may put into channels, and who they are. */
export async function requireGroupToPost(
  tx: Tx,
  actor: Actor,
  which: WhichGroup,
): Promise<Result<{ group: Group; poster: BoardPoster }, AccessRefusal | GroupRefusal | BoardRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolveWhichGroup(tx, actor, which)
  if (!found.ok) return found
  const poster = requireBoardPoster(actor, found.value)
  return poster.ok ? ok({ group: found.value, poster: poster.value }) : poster
}
