import { z } from 'zod'
import { findEmailInvitation } from '#store/email-invitation-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findSchedule } from '#store/schedule-store.ts'
import { emailCardOf } from '#usecases/invitation/email-card-of.ts'
import { deliveryProblem } from '#views/delivery-problem.ts'
import { emailProblem } from '#views/email-invitation.ts'
import { words } from '#views/message.ts'
import { delivery } from './delivery.ts'

const payload = z.object({
  kind: z.string(),
  recipient: z.string(),
  error: z.string(),
  scheduleId: z.string().nullable(),
})

export const deliveryProblemDelivery = delivery({
  kind: 'delivery-problem',
  payload,
  async draw({ db, organizationId }, problem) {
    if (problem.kind === 'email') {
      const id = problem.recipient.replace(/^email:/, '')
      const invitation = await findEmailInvitation(db, organizationId, id)
      if (!invitation) return 'skip'
      return {
        kind: 'post',
        message: words(emailProblem(await emailCardOf(db, invitation), problem.error)),
      }
    }
    const schedule = problem.scheduleId
      ? await findSchedule(db, organizationId, problem.scheduleId)
      : undefined
    const group = schedule ? await findGroup(db, organizationId, schedule.groupId) : undefined
    const isPaused = schedule?.state === 'paused' && group !== undefined
    return {
      kind: 'post',
      message: deliveryProblem({
        kind: problem.kind,
        recipient: problem.recipient,
        error: problem.error,
        groupName: group?.name ?? null,
        pausedScheduleId: isPaused ? schedule.id : null,
      }),
    }
  },
})
