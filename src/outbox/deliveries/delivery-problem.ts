import { z } from 'zod'
import { findGroup } from '#store/group-store.ts'
import { findSchedule } from '#store/schedule-store.ts'
import { deliveryProblem } from '#views/delivery-problem.ts'
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
