import { z } from 'zod'
import { INVITATION_ANSWERS } from '#domain/invitation/invitation.ts'
import { findOutboxRow } from '#store/outbox-store.ts'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { invitationClosed } from '#views/invitation.ts'
import { delivery } from './delivery.ts'

const payload = z.object({
  outboxId: z.string(),
  invitationId: z.string(),
  answer: z.enum(INVITATION_ANSWERS).nullable(),
})

/** The message that asked, once the invitation is over: its buttons give way to how it ended. */
export const invitationClosedDelivery = delivery({
  kind: 'invitation-closed',
  payload,
  async draw({ db, organizationId }, { outboxId, invitationId, answer }) {
    const post = await findOutboxRow(db, organizationId, outboxId)
    if (post?.posted_channel == null || post.posted_ts === null) return 'skip'
    const card = await getInvitationCard(db, organizationId, invitationId)
    if (!card) return 'skip'
    return { kind: 'redraw', post, chart: null, message: () => invitationClosed(card, answer) }
  },
})
