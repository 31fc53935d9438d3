import type { AccountId, GroupId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'

/** For so long a change of memberships can be taken back, like a change of many in the roster. */
export const MEMBERSHIP_UNDO_MS = DAY_MS

/** Several people put into a group, or taken out of it, in one go. */
export type MembershipChange = {
  id: string
  groupId: GroupId
  madeBy: AccountId
  kind: 'added' | 'removed'
  madeAt: Instant
}
