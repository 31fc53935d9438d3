import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export type TransferState = 'pending' | 'accepted' | 'declined' | 'withdrawn'

/** The club offered by its head coach to somebody else; an organization has one open at most. */
export type HeadCoachTransfer = {
  id: string
  organizationId: OrganizationId
  fromId: AccountId
  toId: AccountId
  state: TransferState
  createdAt: Instant
  answeredAt: Instant | null
}
