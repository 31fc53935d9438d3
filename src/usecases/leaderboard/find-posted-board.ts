import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '#store/db.ts'
import { findOutboxRow, type OutboxRow } from '#store/outbox-store.ts'
import type { BoardPost } from './read-board-post.ts'

export type PostedBoard = { row: OutboxRow; post: BoardPost & { scheduleId: string | null } }

/** The leaderboard post a button hangs under; undefined for anything else. */
export async function findPostedBoard(
  db: Reading,
  organizationId: OrganizationId | null,
  outboxId: string,
): Promise<PostedBoard | undefined> {
  if (!organizationId) return undefined
  const row = await findOutboxRow(db, organizationId, outboxId)
  if (row?.kind !== 'leaderboard') return undefined
  return { row, post: JSON.parse(row.payload_json) as PostedBoard['post'] }
}
