import type { AccountId } from '#kernel/ids.ts'
import type { MemberStatus } from './role.ts'

export type Coach = {
  accountId: AccountId
  slackUserId: string
  displayName: string
  isHeadCoach: boolean
  status: MemberStatus
  /** How many athletes are in their care. */
  athletes: number
}

/** An athlete in a coach's care. */
export type CoachAssignment = { coachId: AccountId; athleteId: AccountId }

/** The coaches as one of them may see them: names of athletes only where the reader may know who looks after whom. */
export type CoachList = {
  coaches: (Coach & { athleteNames: readonly string[] | null })[]
  /** The head coach reads everything and may change it. */
  isHeadCoach: boolean
  /** To whom the club is offered; for the head coach alone. */
  offeredTo: string | null
}
