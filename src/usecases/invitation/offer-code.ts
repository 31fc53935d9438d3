import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import type { Suspended } from '#domain/organization/policy.ts'
import { type Result, refuse } from '#kernel/result.ts'
import { findInvitationCode } from '#store/invitation-code-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { codeOfferFor } from './code-offer.ts'

/** What a Join button offers to whoever pressed it. */
export async function offerCode(
  { db, actor, now }: UnitOfReading,
  { codeId }: { codeId: string },
): Promise<Result<CodeOffer, CodeRefusal | Suspended>> {
  if (actor.kind === 'system' || !actor.organizationId) return refuse({ code: 'code-unknown' })
  const code = await findInvitationCode(db, actor.organizationId, codeId)
  return code ? codeOfferFor(db, actor, code, now) : refuse({ code: 'code-unknown' })
}
