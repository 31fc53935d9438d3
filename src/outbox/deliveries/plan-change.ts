import { z } from 'zod'
import { listAccounts } from '#store/account-store.ts'
import { findEnrollment } from '#store/enrollment-store.ts'
import { planChangeTold } from '#views/assign-plan.ts'
import { delivery } from './delivery.ts'

/** What an athlete reads when a coach puts them on a plan, pauses it, goes on with it or ends it. */
export const planChangeDelivery = delivery({
  kind: 'plan-change',
  payload: z.object({ enrollmentId: z.string(), what: z.string(), by: z.string() }),
  async draw({ db, organizationId }, { enrollmentId, what, by }) {
    const enrollment = await findEnrollment(db, organizationId, enrollmentId)
    if (!enrollment || (what === 'assigned' && enrollment.state === 'ended')) return 'skip'
    const byName = (await listAccounts(db, organizationId, [by])).get(by)?.displayName ?? 'A coach'
    return { kind: 'post', message: planChangeTold({ ...enrollment, what, byName, isReplacing: false }) }
  },
})
