import { type AccessRefusal, isCoach, requireMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { OutboxId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { markOutboxPulledBack } from '#store/outbox-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { findPostedBoard } from './find-posted-board.ts'
import { readBoardPost } from './read-board-post.ts'

/**
 * Takes a leaderboard out of its channel: for coaches, whoever set it up, and every athlete whose name is on it (also
 * while suspended: withdrawing is never refused). The message and its picture are deleted after the commit.
 */
export async function pullBackPost(
  { tx, actor, now }: UnitOfWork,
  outboxId: string,
): Promise<Result<Done<{ outboxId: string }>, AccessRefusal | BoardRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, status } = member.value
  const found = await findPostedBoard(tx, organizationId, outboxId)
  if (!found) return refuse({ code: 'post-gone' })
  const { row, post } = found
  const { posted_channel: channelId, posted_ts: ts } = row
  if (channelId === null || ts === null) return refuse({ code: 'post-gone' })
  const isCoaching = isCoach(actor) && status !== 'suspended'
  if (!isCoaching && post.askedBy !== accountId) {
    const read = await readBoardPost(tx, organizationId, post)
    const isOnIt = read?.board.standings.some(standing => standing.facts.memberId === accountId)
    if (!isOnIt) return refuse({ code: 'not-your-post' })
  }
  if (!(await markOutboxPulledBack(tx, row, now))) return refuse({ code: 'post-gone' })
  return ok({
    value: { outboxId },
    events: [
      {
        type: 'post.pulled-back',
        organizationId,
        target: { kind: 'post', id: row.id },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: {
          outboxId: row.id as OutboxId,
          kind: row.kind,
          channelId,
          ts,
          fileId: row.posted_file_id,
        },
      },
    ],
  })
}
