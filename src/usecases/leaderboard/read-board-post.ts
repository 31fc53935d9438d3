import { boardScope } from '#domain/privacy/board-scope.ts'
import type { Board } from '#domain/ranking/board.ts'
import { requireMetric } from '#domain/ranking/board-words.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { type Instant, localDay, zone } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { getBoard } from './get-board.ts'

/** What a queued leaderboard says of itself. */
export type BoardPost = {
  groupId: string
  metric: string
  from: string
  to: string
  zone: string
  askedBy: string
}

/** The board of a channel's post as it stands now, and who asked for it; null when its group is gone. */
export async function readBoardPost(
  db: Reading,
  organizationId: OrganizationId,
  post: BoardPost,
  now?: Instant,
): Promise<{ board: Board; setByName: string } | null> {
  const group = await findGroup(db, organizationId, post.groupId)
  const metric = requireMetric(post.metric)
  if (!group || !metric.ok) return null
  const board = await getBoard(db, {
    group,
    metric: metric.value,
    range: { from: localDay(post.from), to: localDay(post.to) },
    zone: zone(post.zone),
    scope: boardScope('teammate', 'channel'),
    readerId: null,
    ...(now ? { now } : {}),
  })
  const accounts = await listAccounts(db, organizationId, [post.askedBy])
  return { board, setByName: accounts.get(post.askedBy)?.displayName ?? 'somebody who left' }
}
