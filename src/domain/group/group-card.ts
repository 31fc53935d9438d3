import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Group } from './group.ts'

export type GroupMember = {
  accountId: AccountId
  slackUserId: string
  displayName: string
  status: string
  isShared: boolean
}

/** What somebody may see of one group. */
export type GroupCard = {
  group: Group
  ownerName: string
  /** False when the owner has left the club. */
  isOwnerPresent: boolean
  /** Null for those who see only that the group exists: public, and not theirs. */
  members: GroupMember[] | null
  mayEdit: boolean
  /** The plans that were given to the group and run or are to come; for those who see its members. */
  plans?: { title: string; weeks: number; startOn: LocalDay; lastOn: LocalDay; athletes: number }[]
  /** The asker's own answer for this group; null when they are not in it. */
  ownSharing: boolean | null
  /** Where the asker stands with it. */
  standing: GroupStanding
  /** Leaving hands the group to the head coach: the asker owns it, and is no coach. */
  handsOver: boolean
  /** Requests that wait for those who may edit it; 0 for everybody else. */
  openRequests: number
}

/**
 * Where somebody stands with a group they see. `may-join`: they lead it, and need to ask nobody. `none`: they are no
 * athlete, so there is nothing to join.
 */
export type GroupStanding =
  | { kind: 'member' | 'may-ask' | 'may-join' | 'none' }
  | { kind: 'asked'; requestId: string }

/** The groups somebody sees, and for coaches how the club is spread over them. */
export type GroupListing = {
  groups: { group: Group; members: number; isMine: boolean; standing: GroupStanding }[]
  /** For coaches: active athletes of the club, and those in no group. */
  totals: { totalAthletes: number; unassignedCount: number } | null
}
