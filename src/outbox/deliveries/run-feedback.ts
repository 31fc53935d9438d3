import { z } from 'zod'
import { findActivity } from '#store/activity-store.ts'
import { findComment } from '#store/comment-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { feedbackReceived } from '#views/feedback.ts'
import { delivery } from './delivery.ts'

/** A coach's words on a run. Whoever left the club meanwhile, or took the run away, gets none. */
export const runFeedbackDelivery = delivery({
  kind: 'run-feedback',
  payload: z.object({ commentId: z.string() }),
  async draw({ db, organizationId }, { commentId }) {
    const comment = await findComment(db, organizationId, commentId)
    const run = comment && (await findActivity(db, organizationId, comment.activityId))
    if (!run) return 'skip'
    const athlete = await findClubMember(db, organizationId, { accountId: run.athleteId })
    if (!athlete) return 'skip'
    return { kind: 'post', message: feedbackReceived({ run, comment }) }
  },
})
