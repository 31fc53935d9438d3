import type { AccountId, GroupId, InvitationId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export const INVITATION_STATES = ['pending', 'accepted', 'declined', 'expired', 'revoked'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

/** The three answers an invitation's message offers; none is preselected. */
export const INVITATION_ANSWERS = ['accept-and-share', 'accept-keep-private', 'decline'] as const
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number]

/** How somebody was asked; `direct` asked only what they share. */
export const INVITATION_WAYS = ['slack', 'email', 'code', 'direct'] as const
export type InvitationWay = (typeof INVITATION_WAYS)[number]

export type Invitation = {
  id: InvitationId
  organizationId: OrganizationId
  inviterId: AccountId
  inviteeId: AccountId
  groupId: GroupId | null
  state: InvitationState
  via: InvitationWay
  createdAt: Instant
  /** When the invited person opened the conversation, the page or the answer itself. */
  seenAt: Instant | null
  answeredAt: Instant | null
  /** From then on it cannot be answered; null for never. */
  expiresAt: Instant | null
}

/** What Slack says of a person; fetched by the edge before the transaction begins. */
export type PersonFacts = {
  slackUserId: string
  displayName: string
  zone: string
  isBot: boolean
  isDeactivated: boolean
  /** Only where Astral may read addresses. */
  email?: string | null
  isGuest: boolean
  /** True when the person's home is another workspace (Slack Connect). */
  isFromElsewhere: boolean
}

export type InvitationRefusal =
  | { code: 'cannot-invite-bot'; name: string }
  | { code: 'cannot-invite-deactivated'; name: string }
  | { code: 'cannot-invite-outsider'; name: string }
  | { code: 'cannot-invite-yourself' }
  | { code: 'already-a-member'; name: string; groupName: string | null }
  | { code: 'already-invited'; name: string }
  | { code: 'in-another-organization'; name: string }
  | { code: 'person-suspended'; name: string }
  | { code: 'invitation-not-yours' }
  | { code: 'invitation-unknown' }
  | { code: 'invitation-already-answered'; state: InvitationState; organizationId: OrganizationId }
