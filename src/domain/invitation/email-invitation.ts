import type { AccountId, EmailInvitationId, GroupId, InvitationId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { InvitationState } from './invitation.ts'
import type { InvitedPlanCard } from './invited-plan.ts'

/** Asks somebody who is not in the workspace yet, under their address. */
export type EmailInvitation = {
  id: EmailInvitationId
  organizationId: OrganizationId
  inviterId: AccountId
  groupId: GroupId | null
  firstName: string
  address: string
  addressKey: string
  state: InvitationState
  sentAt: Instant
  seenAt: Instant | null
  answeredAt: Instant | null
  /** From then on nobody can answer it; null for never. */
  expiresAt: Instant | null
  /** Who turned out to have the address, and the invitation that asks them in Slack; null until they are known. */
  accountId: AccountId | null
  invitationId: InvitationId | null
}

export const FIRST_NAME_MAX = 80

export type EmailInvitationRefusal =
  | { code: 'email-already-invited'; name: string }
  | { code: 'first-name-missing' }
  | { code: 'first-name-too-long'; length: number; limit: number }

/** Everything that a mail, or the text for the coach to send, says. */
export type EmailInvitationCard = {
  firstName: string
  address: string
  clubName: string
  inviterName: string
  groupName: string | null
  plan: InvitedPlanCard | null
}
