import type { InvitationRefusal } from '#domain/invitation/invitation.ts'
import {
  type NotAMember,
  requireActiveMember,
  requireMember,
  type Suspended,
} from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateGroupSharing } from '#store/group-membership-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitation } from '#store/invitation-store.ts'
import { updateSharesByDefault } from '#store/membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { aboutInvitation } from './invitation-event.ts'

export type AnswerWelcome = { invitationId: string; isShared: boolean }
export type WelcomeAnswered = { isShared: boolean; groupName: string | null }

/** What somebody who was added by a coach says on sharing: for the group they were put into, and those to come. */
export async function answerWelcome(
  unit: UnitOfWork,
  { invitationId, isShared }: AnswerWelcome,
): Promise<Result<Done<WelcomeAnswered>, NotAMember | Suspended | InvitationRefusal>> {
  const { tx, actor } = unit
  const member = isShared ? requireActiveMember(actor) : requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const invitation = await findInvitation(tx, organizationId, invitationId)
  if (invitation?.via !== 'direct') return refuse({ code: 'invitation-unknown' })
  if (invitation.inviteeId !== accountId) return refuse({ code: 'invitation-not-yours' })
  await updateSharesByDefault(tx, organizationId, accountId, isShared)
  const group = invitation.groupId ? await findGroup(tx, organizationId, invitation.groupId) : undefined
  if (group) await updateGroupSharing(tx, organizationId, group.id, accountId, isShared)
  return ok({
    value: { isShared, groupName: group?.name ?? null },
    events: [
      {
        type: 'athlete.sharing-answered',
        ...aboutInvitation(invitation),
        before: null,
        after: { invitationId, isShared },
      },
      ...(group
        ? await outdatedPosts(unit, { organizationId, accountId, cause: 'privacy', groupIds: [group.id] })
        : []),
    ],
  })
}
