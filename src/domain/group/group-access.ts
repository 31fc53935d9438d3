import type { Actor, Member } from '#domain/organization/actor.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type NotAMember, requireActiveMember, type Suspended } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Group } from './group.ts'

declare const proof: unique symbol
export type GroupEditor = Member & { readonly [proof]: 'group-editor' }

/** Coaches edit every group; an athlete the one they own. */
export function requireGroupEditor(
  actor: Actor,
  group: Group,
): Result<GroupEditor, NotAMember | Suspended | { code: 'not-the-group-owner' }> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const isGroupOwner = group.ownerId === member.value.accountId
  return may(actor, 'group.edit', { isGroupOwner }).ok
    ? ok(member.value as Member as GroupEditor)
    : refuse({ code: 'not-the-group-owner' })
}

/** A private group is never hinted at to those who may not see it. */
export function maySeeGroup(actor: Actor, group: Group, isGroupMember: boolean): boolean {
  return may(actor, 'group.see', {
    isInGroup: isGroupMember,
    isGroupOwner: actor.kind === 'member' && group.ownerId === actor.accountId,
    isGroupPublic: group.privacy === 'public',
  }).ok
}
