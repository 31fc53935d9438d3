import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { PostExplained } from '#domain/ranking/post-explained.ts'
import { localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findSchedule } from '#store/schedule-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { findPostedBoard } from './find-posted-board.ts'

/** Why a post stands where it stands, for whoever reads it there: it says no more than the post itself. */
export async function explainPost(
  { db, actor }: UnitOfReading,
  outboxId: string,
): Promise<Result<PostExplained, BoardRefusal>> {
  const found = await findPostedBoard(db, actor.organizationId, outboxId)
  if (!found || !actor.organizationId) return refuse({ code: 'post-gone' })
  const { post } = found
  const group = await findGroup(db, actor.organizationId, post.groupId)
  const accounts = await listAccounts(db, actor.organizationId, [post.askedBy])
  return ok({
    groupName: group?.name ?? 'a group that is gone',
    setByName: accounts.get(post.askedBy)?.displayName ?? 'Somebody who left',
    range: { from: localDay(post.from), to: localDay(post.to) },
    schedule: post.scheduleId
      ? ((await findSchedule(db, actor.organizationId, post.scheduleId)) ?? null)
      : null,
  })
}
