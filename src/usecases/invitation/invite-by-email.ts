import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { type EmailRefusal, readEmailAddress } from '#domain/invitation/email-address.ts'
import {
  type EmailInvitation,
  type EmailInvitationCard,
  type EmailInvitationRefusal,
  FIRST_NAME_MAX,
} from '#domain/invitation/email-invitation.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import type { EmailInvitationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEmailInvitation, listWaitingForAddress } from '#store/email-invitation-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AskedPlan, type AskedPlanRefusal, keepInvitedPlan } from '../plan/invited-plan.ts'
import { expiryOf } from './expiry-of.ts'
import { aboutEmailInvitation, withoutAddress } from './invitation-event.ts'
import { hashOfCode, newSecretCode } from './secret-code.ts'

export type InviteByEmail = {
  address: string
  firstName: string
  groupName: string | null
  /** Is there a mail server? Without one the coach gets the text to send. */
  isMailed: boolean
  /** The last day on which it can be answered, in the club's zone; always unless given. */
  until?: LocalDay | null
  plan?: AskedPlan | null
}
export type InvitedByEmail = {
  card: EmailInvitationCard
  /** Shown once, for the coach to pass on; null when it goes by mail. */
  token: string | null
}

/** Invites whoever has an address: they are asked in Slack once they are there. */
export async function inviteByEmail(
  unit: UnitOfWork,
  input: InviteByEmail,
): Promise<
  Result<
    Done<InvitedByEmail>,
    AskedPlanRefusal | GroupRefusal | EmailRefusal | EmailInvitationRefusal | CodeRefusal
  >
> {
  const { tx, actor, now, newId } = unit
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId, displayName } = coach.value
  const email = readEmailAddress(input.address)
  if (!email.ok) return email
  const firstName = cleanName(input.firstName)
  if (firstName === '') return refuse({ code: 'first-name-missing' })
  if (firstName.length > FIRST_NAME_MAX) {
    return refuse({ code: 'first-name-too-long', length: firstName.length, limit: FIRST_NAME_MAX })
  }
  let group: Group | null = null
  if (input.groupName !== null) {
    const found = await resolveGroup(tx, actor, input.groupName)
    if (!found.ok) return found
    group = found.value
  }
  const waiting = await listWaitingForAddress(tx, organizationId, email.value.key, now)
  if (waiting.some(other => other.groupId === (group?.id ?? null))) {
    return refuse({ code: 'email-already-invited', name: firstName })
  }
  const organization = await getOrganization(tx, organizationId)
  const expiry = expiryOf(input.until ?? null, organization.zone, now)
  if (!expiry.ok) return expiry
  const invitation: EmailInvitation = {
    id: newId<EmailInvitationId>(),
    organizationId,
    inviterId: accountId,
    groupId: group?.id ?? null,
    firstName,
    address: email.value.address,
    addressKey: email.value.key,
    state: 'pending',
    sentAt: now,
    seenAt: null,
    answeredAt: null,
    expiresAt: expiry.value,
    accountId: null,
    invitationId: null,
  }
  const token = input.isMailed ? null : newSecretCode()
  await insertEmailInvitation(tx, invitation, token === null ? null : hashOfCode(token))
  const to = { invitationId: invitation.id, inviteeId: null }
  const plan = await keepInvitedPlan(unit, coach.value, to, input.plan)
  if (!plan.ok) return plan
  return ok({
    value: {
      card: {
        firstName,
        address: invitation.address,
        clubName: organization.name,
        inviterName: displayName,
        groupName: group?.name ?? null,
        plan: plan.value,
      },
      token,
    },
    events: [
      {
        type: 'email-invitation.sent',
        ...aboutEmailInvitation(invitation),
        before: null,
        after: { ...withoutAddress(invitation), sendingId: newId<string>(), isMailed: input.isMailed },
      },
    ],
  })
}
