import type { Actor, Member } from '#domain/organization/actor.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type NotAMember, requireActiveMember, type Suspended } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Group } from './group.ts'

declare const proof: unique symbol
export type BoardPoster = Member & { readonly [proof]: 'board-poster' }

/** Who may put a group's leaderboard into a channel, now or weekly: coaches, and the group's owner. */
export function requireBoardPoster(
  actor: Actor,
  group: Group,
): Result<BoardPoster, NotAMember | Suspended | { code: 'not-a-board-poster' }> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const isGroupOwner = group.ownerId === member.value.accountId
  return may(actor, 'board.post', { isGroupOwner }).ok
    ? ok(member.value as Member as BoardPoster)
    : refuse({ code: 'not-a-board-poster' })
}
