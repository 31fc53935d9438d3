import type {
  Invitation,
  InvitationAnswer,
  InvitationRefusal,
  PersonFacts,
} from '#domain/invitation/invitation.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import type { Suspended } from '#domain/organization/policy.ts'
import type { InvitationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findGroup } from '#store/group-store.ts'
import { countCodeUse, findInvitationCode } from '#store/invitation-code-store.ts'
import { insertInvitation } from '#store/invitation-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { accountOfPerson } from '../organization/account-of-person.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { admit } from './admit.ts'
import { codeOfferFor } from './code-offer.ts'
import { aboutInvitation } from './invitation-event.ts'
import { settlePending } from './settle-pending.ts'

export type CodeAnswer = Exclude<InvitationAnswer, 'decline'>
export type JoinByCode = { codeId: string; answer: CodeAnswer; person: PersonFacts }
export type JoinedByCode = {
  clubName: string
  groupName: string | null
  /** The channel that the group is tied to. */
  groupChannelId: string | null
  answer: CodeAnswer
  plan: InvitedPlanCard | null
}

/** Joins with a code that was entered or offered before: the use, membership, group, plan and sharing, all or nothing. */
export async function joinByCode(
  unit: UnitOfWork,
  { codeId, answer, person }: JoinByCode,
): Promise<Result<Done<JoinedByCode>, CodeRefusal | InvitationRefusal | Suspended>> {
  const { tx, actor, now, newId } = unit
  if (actor.kind === 'system' || !actor.organizationId) return refuse({ code: 'code-unknown' })
  if (person.isFromElsewhere) return refuse({ code: 'cannot-join-outsider' })
  if (person.isBot) return refuse({ code: 'cannot-invite-bot', name: person.displayName })
  const { organizationId } = actor
  const code = await findInvitationCode(tx, organizationId, codeId)
  if (!code) return refuse({ code: 'code-unknown' })
  const offer = await codeOfferFor(tx, actor, code, now)
  if (!offer.ok) return offer
  if (!(await countCodeUse(tx, organizationId, code.id))) return refuse({ code: 'code-used-up' })
  const organization = await getOrganization(tx, organizationId)
  const accountId = await accountOfPerson(unit, organization.slackTeamId, person)
  const group = code.groupId ? await findGroup(tx, organizationId, code.groupId) : undefined
  const invitation: Invitation = {
    id: newId<InvitationId>(),
    organizationId,
    inviterId: code.inviterId,
    inviteeId: accountId,
    groupId: group?.id ?? null,
    state: 'accepted',
    via: 'code',
    createdAt: now,
    seenAt: now,
    answeredAt: now,
    expiresAt: null,
  }
  const admitted = await admit(unit, {
    organizationId,
    accountId,
    name: person.displayName,
    group: group ?? null,
    isShared: answer === 'accept-and-share',
    invitation,
    planFrom: code.id,
  })
  if (!admitted.ok) return admitted
  const settled = await settlePending(unit, invitation, answer)
  await insertInvitation(tx, invitation)
  return ok({
    value: {
      clubName: organization.name,
      groupName: group?.name ?? null,
      groupChannelId: group?.channelId ?? null,
      answer,
      plan: admitted.value.plan,
    },
    events: [
      {
        type: 'invitation.answered',
        ...aboutInvitation(invitation),
        before: null,
        after: { ...invitation, answer },
      },
      ...settled,
      ...admitted.value.events,
    ],
  })
}
