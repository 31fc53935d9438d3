import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { GroupDeedRefusal } from './group-refusal.ts'

export const JOIN_REQUEST_STATES = ['open', 'approved', 'declined', 'withdrawn'] as const
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number]
export type JoinAnswer = 'approved' | 'declined'

/** A declined athlete may ask the same group again after so long. */
export const ASK_AGAIN_MS = 7 * DAY_MS

/** An athlete's wish to join a group, until somebody who leads it answers. */
export type JoinRequest = {
  id: string
  organizationId: OrganizationId
  groupId: GroupId
  accountId: AccountId
  state: JoinRequestState
  askedAt: Instant
  answeredAt: Instant | null
  answeredBy: AccountId | null
}

/** One open request, as those who answer it see it. */
export type JoinRequestLine = {
  requestId: string
  groupId: string
  groupName: string
  askerName: string
  askedAt: Instant
}

/** One request with everything that its messages say. */
export type JoinRequestCard = JoinRequestLine & {
  state: JoinRequestState
  askerId: AccountId
  /** The channel that the group is tied to. */
  channelId: string | null
  /** Who answered; null while nobody has. */
  answeredByName: string | null
}

/** By this a message that lays a request before somebody is queued once, and found again. */
export function joinRequestKey(requestId: string, approverId: string): string {
  return `join-request:${requestId}:${approverId}`
}

/** May somebody ask now, going by their newest request of that group? An open one is theirs already. */
export function mayAskAgain(last: JoinRequest | undefined, now: Instant): Result<null, GroupDeedRefusal> {
  if (last?.state !== 'declined' || last.answeredAt === null) return ok(null)
  const days = Math.ceil((last.answeredAt + ASK_AGAIN_MS - now) / DAY_MS)
  return days > 0 ? refuse({ code: 'join-declined-lately', days }) : ok(null)
}

/** Ends an open request; whoever comes second hears how it ended. */
export function decideJoinAnswer(
  request: JoinRequest,
  end: { state: Exclude<JoinRequestState, 'open'>; by: AccountId; now: Instant },
): Result<JoinRequest, GroupDeedRefusal> {
  if (request.state !== 'open') {
    return refuse({ code: 'join-answered', state: request.state, byId: request.answeredBy, byName: null })
  }
  return ok({ ...request, state: end.state, answeredAt: end.now, answeredBy: end.by })
}
