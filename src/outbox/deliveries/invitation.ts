import { z } from 'zod'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { invitationReceived } from '#views/invitation.ts'
import { delivery } from './delivery.ts'

/** Asks the invited person; an invitation that is no longer open needs no question. */
export const invitationDelivery = delivery({
  kind: 'invitation',
  payload: z.object({ invitationId: z.string() }),
  async draw({ db, organizationId }, { invitationId }) {
    const card = await getInvitationCard(db, organizationId, invitationId)
    if (card?.state !== 'pending') return 'skip'
    return { kind: 'post', message: invitationReceived(card) }
  },
})
