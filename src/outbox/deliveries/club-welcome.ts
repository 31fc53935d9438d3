import { z } from 'zod'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { clubWelcome } from '#views/club-welcome.ts'
import { delivery } from './delivery.ts'

/** Tells somebody whom a coach added to the club, and asks what they share. */
export const clubWelcomeDelivery = delivery({
  kind: 'club-welcome',
  payload: z.object({ invitationId: z.string() }),
  async draw({ db, organizationId }, { invitationId }) {
    const card = await getInvitationCard(db, organizationId, invitationId)
    return card ? { kind: 'post', message: clubWelcome(card) } : 'skip'
  },
})
