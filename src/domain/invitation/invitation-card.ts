import type { InvitationState, InvitationWay } from './invitation.ts'
import type { InvitedPlanCard } from './invited-plan.ts'

/** Everything that a message about an invitation says. */
export type InvitationCard = {
  invitationId: string
  state: InvitationState
  via: InvitationWay
  clubName: string
  inviterName: string
  inviteeName: string
  groupName: string | null
  groupDescription: string | null
  /** The channel that the group is tied to. */
  groupChannelId?: string | null
  plan: InvitedPlanCard | null
}
