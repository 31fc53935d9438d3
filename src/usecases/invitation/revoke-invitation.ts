import type { DomainEvent } from '#domain/event.ts'
import type { InvitationRefusal } from '#domain/invitation/invitation.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Tx } from '#store/db.ts'
import {
  findEmailInvitation,
  settleEmailInvitation,
  updateEmailInvitation,
} from '#store/email-invitation-store.ts'
import { findInvitationCode, markCodeRevoked } from '#store/invitation-code-store.ts'
import { findInvitation, updateInvitationState } from '#store/invitation-store.ts'
import { listInvitationMessages } from '#store/read/invitation-messages.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { aboutCode, aboutEmailInvitation, aboutInvitation, withoutAddress } from './invitation-event.ts'

export type AnyInvitation = { kind: 'slack' | 'email' | 'code'; id: string }
type Revoked = Result<DomainEvent, InvitationRefusal | CodeRefusal>

/** Takes back what nobody has answered yet, or a code; whoever joined stays. */
export async function revokeInvitation(
  { tx, actor, now }: UnitOfWork,
  { kind, id }: AnyInvitation,
): Promise<Result<Done<AnyInvitation>, AccessRefusal | InvitationRefusal | CodeRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const revoked = await REVOKE[kind](tx, organizationId, id, now)
  if (!revoked.ok) return revoked
  return ok({ value: { kind, id }, events: [revoked.value] })
}

type Revoke = (tx: Tx, organizationId: OrganizationId, id: string, now: Instant) => Promise<Revoked>

const REVOKE: Record<AnyInvitation['kind'], Revoke> = {
  async slack(tx, organizationId, id) {
    const before = await findInvitation(tx, organizationId, id)
    if (!before) return refuse({ code: 'invitation-unknown' })
    const after = { ...before, state: 'revoked' as const }
    if (before.state !== 'pending' || !(await updateInvitationState(tx, after))) {
      return refuse({ code: 'invitation-already-answered', state: before.state, organizationId })
    }
    await settleEmailInvitation(tx, organizationId, after)
    const messages = await listInvitationMessages(tx, organizationId, before)
    return ok({
      type: 'invitation.revoked',
      ...aboutInvitation(after),
      before,
      after: { ...after, messages },
    })
  },
  async email(tx, organizationId, id) {
    const before = await findEmailInvitation(tx, organizationId, id)
    if (!before) return refuse({ code: 'invitation-unknown' })
    const after = { ...before, state: 'revoked' as const }
    if (before.state !== 'pending' || before.invitationId || !(await updateEmailInvitation(tx, after))) {
      return refuse({ code: 'invitation-already-answered', state: before.state, organizationId })
    }
    return ok({
      type: 'email-invitation.revoked',
      ...aboutEmailInvitation(after),
      before: withoutAddress(before),
      after: withoutAddress(after),
    })
  },
  async code(tx, organizationId, id, now) {
    const before = await findInvitationCode(tx, organizationId, id)
    if (!before) return refuse({ code: 'code-unknown' })
    if (!(await markCodeRevoked(tx, organizationId, before.id, now))) return refuse({ code: 'code-revoked' })
    const after = { ...before, revokedAt: now }
    return ok({ type: 'code.revoked', ...aboutCode(after), before, after })
  },
}
