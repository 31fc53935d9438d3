import { z } from 'zod'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { invitationResult } from '#views/invitation.ts'
import { delivery } from './delivery.ts'

/** Tells the coach how somebody answered. */
export const invitationResultDelivery = delivery({
  kind: 'invitation-result',
  payload: z.object({ invitationId: z.string() }),
  async draw({ db, organizationId }, { invitationId }) {
    const card = await getInvitationCard(db, organizationId, invitationId)
    return card ? { kind: 'post', message: invitationResult(card) } : 'skip'
  },
})
