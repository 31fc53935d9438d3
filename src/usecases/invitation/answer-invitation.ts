import type { DomainEvent } from '#domain/event.ts'
import { decideAnswer } from '#domain/invitation/decide-invitation.ts'
import type { Invitation, InvitationAnswer, InvitationRefusal } from '#domain/invitation/invitation.ts'
import type { Suspended } from '#domain/organization/policy.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAccountBySlackUser } from '#store/account-store.ts'
import { settleEmailInvitation } from '#store/email-invitation-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitation, updateInvitationState } from '#store/invitation-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { listInvitationMessages } from '#store/read/invitation-messages.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { admit } from './admit.ts'

export type AnswerInvitation = { invitationId: string; answer: InvitationAnswer }
export type InvitationAnswered = {
  invitation: Invitation
  answer: InvitationAnswer
  clubName: string
  /** Null when the invitation named none, or the group is gone by now. */
  groupName: string | null
}

/** The invited person's answer: membership, group and sharing change together or not at all. */
export async function answerInvitation(
  unit: UnitOfWork,
  { invitationId, answer }: AnswerInvitation,
): Promise<Result<Done<InvitationAnswered>, InvitationRefusal | Suspended>> {
  const { tx, actor, now } = unit
  if (actor.kind === 'system' || !actor.organizationId) return refuse({ code: 'invitation-unknown' })
  const organization = await getOrganization(tx, actor.organizationId)
  const invitation = await findInvitation(tx, organization.id, invitationId)
  if (!invitation) return refuse({ code: 'invitation-unknown' })
  const account = await findAccountBySlackUser(
    tx,
    organization.slackTeamId as SlackTeamId,
    actor.slackUserId as SlackUserId,
  )
  if (account?.id !== invitation.inviteeId) return refuse({ code: 'invitation-not-yours' })
  if (answer !== 'decline' && actor.kind === 'member' && actor.status === 'suspended') {
    return refuse({ code: 'suspended' })
  }
  const decided = decideAnswer(invitation, answer, now)
  if (!decided.ok) return decided
  const answered = decided.value
  if (!(await updateInvitationState(tx, answered))) {
    const present = await findInvitation(tx, organization.id, invitationId)
    return refuse({
      code: 'invitation-already-answered',
      state: present?.state ?? answered.state,
      organizationId: organization.id,
    })
  }
  await settleEmailInvitation(tx, organization.id, answered)
  const group = invitation.groupId ? await findGroup(tx, organization.id, invitation.groupId) : undefined
  const events: DomainEvent[] = []
  if (answer !== 'decline') {
    const admitted = await admit(unit, {
      organizationId: organization.id,
      accountId: account.id,
      name: account.displayName,
      group: group ?? null,
      isShared: answer === 'accept-and-share',
      invitation,
    })
    if (!admitted.ok) return admitted
    events.push(...admitted.value.events)
  }
  // The message whose button was pressed changes at once; the others, where it was sent again, follow.
  const messages = await listInvitationMessages(tx, organization.id, invitation)
  const closed = messages.length > 1 ? { messages } : {}
  return ok({
    value: { invitation: answered, answer, clubName: organization.name, groupName: group?.name ?? null },
    events: [
      {
        type: 'invitation.answered',
        organizationId: organization.id,
        target: { kind: 'invitation', id: invitation.id },
        subjectId: account.id,
        isVisibleToSubject: true,
        before: { ...invitation, answer },
        after: { ...answered, answer, ...closed },
      },
      ...events,
    ],
  })
}
