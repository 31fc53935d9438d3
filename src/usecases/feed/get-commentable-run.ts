import type { Activity } from '#domain/activity/activity.ts'
import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'
import { seeRun } from './see-run.ts'

export type CommentableRun = { run: Activity; athleteName: string }

/** A run on which the asker may give feedback, for the form. */
export async function getCommentableRun(
  { db, actor }: UnitOfReading,
  activityId: string,
): Promise<Result<CommentableRun, AccessRefusal | MemberRefusal | FeedRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const seen = await seeRun(db, actor, activityId)
  if (!seen.ok) return seen
  const { run, athleteName, isMine, isOwn } = seen.value
  if (!isMine || isOwn) return refuse({ code: 'not-your-athlete', name: athleteName })
  return ok({ run, athleteName })
}
