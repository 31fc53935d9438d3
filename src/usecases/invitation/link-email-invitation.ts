import type { EmailInvitation } from '#domain/invitation/email-invitation.ts'
import type { Invitation, InvitationRefusal, PersonFacts } from '#domain/invitation/invitation.ts'
import { ok, type Result } from '#kernel/result.ts'
import { updateEmailInvitation } from '#store/email-invitation-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitedPlan, insertInvitedPlan } from '#store/invited-plan-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { writeInvitation } from './write-invitation.ts'

/** Whoever has the address turned up in Slack: from here on they are asked there. */
export async function linkEmailInvitation(
  unit: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  waiting: EmailInvitation,
  person: PersonFacts,
): Promise<Result<Invitation, InvitationRefusal>> {
  const { organizationId, inviterId, groupId } = waiting
  const group = groupId ? await findGroup(unit.tx, organizationId, groupId) : undefined
  const written = await writeInvitation(unit, {
    coach: { organizationId, accountId: inviterId },
    person,
    group: group ?? null,
    via: 'email',
    expiresAt: waiting.expiresAt,
  })
  if (!written.ok) return written
  const { id, inviteeId } = written.value
  const plan = await findInvitedPlan(unit.tx, organizationId, waiting.id)
  if (plan) await insertInvitedPlan(unit.tx, organizationId, id, plan)
  await updateEmailInvitation(unit.tx, { ...waiting, accountId: inviteeId, invitationId: id })
  return ok(written.value)
}
