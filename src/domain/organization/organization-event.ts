import type { EventOf } from '#domain/event.ts'
import type { HeadCoachTransfer } from './head-coach-transfer.ts'
import type { MemberStatus, Role } from './role.ts'

export type RolesData = {
  changeId: string
  memberId: string
  roles: Role[]
  /** Ids of the athletes who were in their care until then. */
  athleteIds: string[]
}
export type AssignmentData = {
  /** One for everything that was assigned at once. */
  changeId: string
  coachId: string
  athleteId: string
  /** How many athletes changed with it at once. */
  count: number
  /** Who did it: told to the coach, unless it was themselves. */
  by: string
}
export type StatusData = {
  changeId: string
  memberId: string
  status: MemberStatus
  /** The coach whose doing it was. */
  by: string | null
  /** Slack closed or reopened the account; the operator makes whoever becomes head coach active. */
  cause: 'coach' | 'slack' | 'operator'
}
export type MemberRemovedData = {
  changeId: string
  memberId: string
  roles: Role[]
  groupIds: string[]
  by: string
}
export type HeadCoachData = {
  changeId: string
  headCoachId: string | null
  /** Told by the operator instead of agreed on. */
  isByOperator: boolean
}

/** What happens to roles, assignments and membership. */
export type OrganizationEvent =
  | EventOf<'coach.added' | 'coach.removed', RolesData>
  | EventOf<'coach.athlete-assigned' | 'coach.athlete-unassigned', AssignmentData>
  | EventOf<'head-coach.offered' | 'head-coach.declined' | 'head-coach.withdrawn', HeadCoachTransfer>
  | EventOf<'head-coach.changed', HeadCoachData>
  | EventOf<'member.status-changed', StatusData>
  | EventOf<'member.removed', MemberRemovedData>
