import { z } from 'zod'
import { listAccounts } from '#store/account-store.ts'
import { findNudge } from '#store/nudge-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { nudged } from '#views/nudge.ts'
import { delivery } from './delivery.ts'

/** A coach's words. Whoever left the club or is not active meanwhile gets none. */
export const nudgeDelivery = delivery({
  kind: 'nudge',
  payload: z.object({ nudgeId: z.string() }),
  async draw({ db, organizationId }, { nudgeId }) {
    const nudge = await findNudge(db, organizationId, nudgeId)
    if (!nudge) return 'skip'
    const athlete = await findClubMember(db, organizationId, { accountId: nudge.athleteId })
    if (athlete?.status !== 'active') return 'skip'
    const coach = (await listAccounts(db, organizationId, [nudge.coachId])).get(nudge.coachId)
    return {
      kind: 'post',
      message: nudged({ coachName: coach?.displayName ?? 'Your coach', text: nudge.text }),
    }
  },
})
