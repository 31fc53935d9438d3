import { type AccessRefusal, isCoach, requireMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { OutboxId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { wasEverInGroup } from '#store/group-membership-store.ts'
import { markOutboxPulledBack } from '#store/outbox-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { findPostedBoard } from './find-posted-board.ts'

/**
 * Takes a leaderboard out of its channel: for coaches, whoever set it up, and the group's athletes, also those who left
 * it, stopped sharing or were suspended since: their names may still stand there. The message and its picture are
 * deleted after the commit.
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
  const mayPull =
    isCoaching ||
    post.askedBy === accountId ||
    (await wasEverInGroup(tx, organizationId, post.groupId, accountId))
  if (!mayPull) return refuse({ code: 'not-your-post' })
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
