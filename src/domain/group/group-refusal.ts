import type { AccountId } from '#kernel/ids.ts'
import type { JoinRequestState } from './join-request.ts'

/** What asking to join, leaving and taking back can be refused for. */
export type GroupDeedRefusal =
  | { code: 'in-group-already'; name: string }
  | { code: 'not-in-this-group'; name: string; isOwner: boolean }
  | { code: 'join-declined-lately'; days: number }
  | { code: 'join-answered'; state: JoinRequestState; byId: AccountId | null; byName: string | null }
  | { code: 'join-unknown' }
  | { code: 'asker-left'; name: string }
  | { code: 'membership-undo-over' }
  | { code: 'membership-undone' }
  | { code: 'membership-changed-since'; names: string[] }
  | { code: 'channel-not-chosen' }
