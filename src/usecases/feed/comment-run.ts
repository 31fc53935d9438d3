import { COMMENT_MAX, type FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { cleanNote } from '#domain/text/clean-text.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertComment } from '#store/comment-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { seeRun } from './see-run.ts'

export type CommentRun = {
  activityId: string
  text: string
  /** Channel and `ts` of the answer it was written as; null for a form. */
  slackMessage: string | null
}

/** A coach says something to a run of an athlete in their care; it stays with the run and reaches the athlete. */
export async function commentRun(
  { tx, actor, now, newId }: UnitOfWork,
  { activityId, text, slackMessage }: CommentRun,
): Promise<Result<Done<{ athleteName: string }>, AccessRefusal | MemberRefusal | FeedRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const seen = await seeRun(tx, actor, activityId)
  if (!seen.ok) return seen
  const { run, athleteName, isMine, isOwn } = seen.value
  if (isOwn || !may(actor, 'activity.comment', { isAssigned: isMine }).ok || !isMine) {
    return refuse({ code: 'not-your-athlete', name: athleteName })
  }
  const said = cleanNote(text)
  if (said === '') return refuse({ code: 'comment-empty' })
  if (said.length > COMMENT_MAX) {
    return refuse({ code: 'comment-too-long', length: said.length, limit: COMMENT_MAX })
  }
  const { organizationId, accountId } = coach.value
  const commentId = newId<string>()
  const isNew = await insertComment(tx, {
    id: commentId,
    organizationId,
    activityId,
    authorId: accountId,
    text: said,
    slackMessage,
    createdAt: now,
  })
  return ok({
    value: { athleteName },
    events: isNew
      ? [
          {
            type: 'activity.commented',
            organizationId,
            target: { kind: 'activity', id: activityId },
            subjectId: run.athleteId,
            isVisibleToSubject: true,
            before: null,
            after: { commentId, activityId, isFromThread: slackMessage !== null },
          },
        ]
      : [],
  })
}
