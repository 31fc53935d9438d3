import type { Group } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { GroupStanding } from '#domain/group/group-card.ts'
import type { JoinRequest } from '#domain/group/join-request.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { may } from '#domain/organization/permission-matrix.ts'

/** Where somebody stands with a group they may see; `last` is their newest request of it. */
export function standingOf(
  actor: Actor,
  group: Group,
  isMember: boolean,
  last: JoinRequest | undefined,
): GroupStanding {
  if (isMember) return { kind: 'member' }
  if (!may(actor, 'group.ask-to-join').ok) return { kind: 'none' }
  if (requireGroupEditor(actor, group).ok) return { kind: 'may-join' }
  return last?.state === 'open' ? { kind: 'asked', requestId: last.id } : { kind: 'may-ask' }
}
