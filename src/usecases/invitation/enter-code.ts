import type { DomainEvent } from '#domain/event.ts'
import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import { stateAt } from '#domain/invitation/expiry.ts'
import type { InvitationRefusal, PersonFacts } from '#domain/invitation/invitation.ts'
import {
  type CodeRefusal,
  codeKey,
  WRONG_CODES_MAX,
  WRONG_CODES_WITHIN_MS,
  waitAfterGuesses,
} from '#domain/invitation/invitation-code.ts'
import type { NotAMember, Suspended } from '#domain/organization/policy.ts'
import type { OrganizationId, SlackUserId } from '#kernel/ids.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findEmailInvitationByToken } from '#store/email-invitation-store.ts'
import { findCodeByHash, insertWrongCode, listWrongCodes } from '#store/invitation-code-store.ts'
import { findInvitation } from '#store/invitation-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { codeOfferFor } from './code-offer.ts'
import { invitationSent } from './invitation-event.ts'
import { linkEmailInvitation } from './link-email-invitation.ts'
import { hashOfCode } from './secret-code.ts'

export type EnterCode = { typed: string; person: PersonFacts }
export type CodeEntered =
  /** A code for many: the question about sharing comes next. */
  | { kind: 'offer'; offer: CodeOffer }
  /** The code of a personal mail: the question comes as a direct message. */
  | { kind: 'asked-in-dm' }
  /** No, and the attempt is written down: that is why it is no refusal, which would write nothing. */
  | { kind: 'no'; refusal: CodeRefusal | InvitationRefusal | Suspended }

/** Looks a typed code up. Wrong ones are counted, so that nobody finds one by trying. Nobody joins by this. */
export async function enterCode(
  unit: UnitOfWork,
  { typed, person }: EnterCode,
): Promise<Result<Done<CodeEntered>, NotAMember | CodeRefusal>> {
  const { tx, actor, now } = unit
  if (actor.kind === 'system' || !actor.organizationId) {
    return refuse({ code: 'not-a-member', isClaimed: false })
  }
  if (person.isFromElsewhere) return refuse({ code: 'cannot-join-outsider' })
  const { organizationId, slackUserId } = actor
  const since = instant(now - WRONG_CODES_WITHIN_MS)
  const wrongAt = await listWrongCodes(tx, organizationId, slackUserId, since)
  const waitMs = waitAfterGuesses(wrongAt, now)
  if (waitMs > 0) {
    return refuse({ code: 'code-guessing', minutes: Math.ceil(waitMs / MINUTE_MS) })
  }
  const hash = hashOfCode(typed)
  const code = codeKey(typed) === '' ? undefined : await findCodeByHash(tx, organizationId, hash)
  if (code) {
    const offer = await codeOfferFor(tx, actor, code, now)
    if (offer.ok) return ok({ value: { kind: 'offer', offer: offer.value }, events: [] })
    if (offer.refusal.code === 'already-joined' || offer.refusal.code === 'suspended') {
      return said(offer.refusal)
    }
    return wrong(unit, organizationId, slackUserId, wrongAt.length, offer.refusal)
  }
  const personal = await findEmailInvitationByToken(tx, organizationId, hash)
  if (!personal) {
    return wrong(unit, organizationId, slackUserId, wrongAt.length, { code: 'code-unknown' })
  }
  const linked = personal.invitationId
    ? await findInvitation(tx, organizationId, personal.invitationId)
    : undefined
  const state = stateAt(linked ?? personal, now)
  if (state !== 'pending') return said({ code: 'invitation-already-answered', state, organizationId })
  if (linked) {
    const own = (await listAccounts(tx, organizationId, [linked.inviteeId])).get(linked.inviteeId)
    if (own?.slackUserId === slackUserId) return ok({ value: { kind: 'asked-in-dm' }, events: [] })
    // The link was passed on: it stays with whoever used it first, or whoever has the address.
    return wrong(unit, organizationId, slackUserId, wrongAt.length, { code: 'invitation-not-yours' })
  }
  const asked = await linkEmailInvitation(unit, personal, person)
  if (!asked.ok) return said(asked.refusal)
  return ok({ value: { kind: 'asked-in-dm' }, events: [invitationSent(asked.value)] })
}

function said(refusal: Extract<CodeEntered, { kind: 'no' }>['refusal']): Result<Done<CodeEntered>, never> {
  return ok({ value: { kind: 'no', refusal }, events: [] })
}

async function wrong(
  { tx, newId, now }: UnitOfWork,
  organizationId: OrganizationId,
  slackUserId: SlackUserId,
  before: number,
  refusal: Extract<CodeEntered, { kind: 'no' }>['refusal'],
): Promise<Result<Done<CodeEntered>, never>> {
  const forgetBefore = instant(now - WRONG_CODES_WITHIN_MS)
  await insertWrongCode(tx, newId, { organizationId, slackUserId, at: now, forgetBefore })
  const events: DomainEvent[] =
    before + 1 < WRONG_CODES_MAX
      ? []
      : [
          {
            type: 'code.guessed',
            organizationId,
            target: { kind: 'slack-user', id: slackUserId },
            subjectId: null,
            isVisibleToSubject: false,
            before: null,
            after: { slackUserId, wrong: before + 1 },
          },
        ]
  return ok({ value: { kind: 'no', refusal }, events })
}
