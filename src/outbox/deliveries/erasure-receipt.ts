import { z } from 'zod'
import { findEntrySeq } from '#store/read/person-audit.ts'
import { dataErased } from '#views/privacy-done.ts'
import { delivery } from './delivery.ts'

/** The number under which the club's audit says that somebody's data was deleted. */
export const erasureReceiptDelivery = delivery({
  kind: 'erasure-receipt',
  payload: z.object({ receiptId: z.string() }),
  async draw({ db, organizationId }, { receiptId }) {
    const seq = await findEntrySeq(db, organizationId, 'data.erased', receiptId)
    if (seq === undefined) throw new Error(`no audit entry of ${receiptId}`)
    return { kind: 'post', message: dataErased(seq) }
  },
})
