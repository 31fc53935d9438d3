import type { TransferState } from './head-coach-transfer.ts'
import type { MemberStatus } from './role.ts'

export type CoachRefusal =
  | { code: 'coach-already'; name: string }
  | { code: 'not-a-coach-of-the-club'; name: string }
  | { code: 'coach-not-in-club'; name: string }
  | { code: 'coach-suspended'; name: string }
  | { code: 'head-coach-stays' }
  | { code: 'not-an-athlete-of-the-club'; name: string }
  | { code: 'own-athlete'; name: string }
  | { code: 'assigned-already'; coachName: string; names: string[] }
  | { code: 'none-assigned'; coachName: string; names: string[] }

export type MemberRefusal =
  | { code: 'not-your-athlete'; name: string }
  | { code: 'own-status' }
  | { code: 'status-already'; name: string; status: MemberStatus }
  | { code: 'member-deactivated'; name: string }

export type TransferRefusal =
  | { code: 'transfer-to-yourself' }
  | { code: 'transfer-not-active'; name: string }
  | { code: 'transfer-pending'; name: string }
  | { code: 'no-transfer' }
  | { code: 'transfer-not-yours' }
  | { code: 'transfer-over'; state: Exclude<TransferState, 'pending'> }

export type OrganizationRefusal = CoachRefusal | MemberRefusal | TransferRefusal
