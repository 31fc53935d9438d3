import { z } from 'zod'
import { getCodePost } from '#usecases/invitation/get-code-post.ts'
import { codePosted } from '#views/invitation-code.ts'
import { delivery } from './delivery.ts'

/** A Join button for a channel; a code that lets nobody in any more needs none. */
export const codePostDelivery = delivery({
  kind: 'code-post',
  payload: z.object({ codeId: z.string(), askedBy: z.string() }),
  async draw({ db, organizationId, outboxId }, { codeId, askedBy }) {
    const offer = await getCodePost(db, organizationId, { codeId, postedBy: askedBy })
    return offer ? { kind: 'post', message: codePosted(offer, outboxId) } : 'skip'
  },
})
