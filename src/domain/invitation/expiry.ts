import type { Instant } from '#kernel/instant.ts'
import type { InvitationState } from './invitation.ts'

type Expiring = { state: InvitationState; expiresAt: Instant | null }

/** The state as it is by the clock: what waited too long is expired, whatever is stored. */
export function stateAt({ state, expiresAt }: Expiring, now: Instant): InvitationState {
  return state === 'pending' && expiresAt !== null && now >= expiresAt ? 'expired' : state
}
