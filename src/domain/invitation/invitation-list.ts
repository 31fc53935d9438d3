import type { Instant } from '#kernel/instant.ts'
import type { DeadCode, InvitationCode } from './invitation-code.ts'

/** An invitation that waits for an answer, in Slack or under an address. */
export type PendingInvitation = {
  kind: 'slack' | 'email'
  id: string
  name: string
  /** Where it was sent; null in Slack. */
  address: string | null
  inviterName: string
  groupName: string | null
  sentAt: Instant
  isSeen: boolean
}

/** How many personal invitations got how far. */
export type InvitationFunnel = {
  sent: number
  seen: number
  accepted: number
  declined: number
  pending: number
  revoked: number
  expired: number
}

export type CodeCard = {
  code: InvitationCode
  groupName: string | null
  /** Why it lets nobody in any more, or null. */
  dead: DeadCode | null
}

/** What a coach reads of all invitations. */
export type InvitationList = {
  funnel: InvitationFunnel
  pending: PendingInvitation[]
  /** How many newer ones were left out. */
  offset: number
  hasMore: boolean
  codes: CodeCard[]
  /** How many codes there are beyond those listed. */
  moreCodes: number
}
