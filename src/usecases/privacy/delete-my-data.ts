import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Erased, erasePerson } from '#store/erase-person.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from './outdated-posts.ts'

/** What has to be typed, so that nobody deletes everything by a slip. */
export const DELETION_WORD = 'DELETE'

/**
 * Somebody deletes everything of theirs and leaves the club, suspended or not; posts that show them follow. The audit
 * keeps how many rows went, under a number that the person is told. Not the head coach, without whom there is no club.
 */
export async function deleteMyData(
  unit: UnitOfWork,
  { typed }: { typed: string },
): Promise<
  Result<Done<Erased>, NotAMember | { code: 'head-coach-cannot-delete' } | { code: 'deletion-not-confirmed' }>
> {
  const { tx, actor, now, newId } = unit
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, roles } = member.value
  const heir = await findHeadCoach(tx, organizationId)
  if (roles.has('head-coach') || !heir) return refuse({ code: 'head-coach-cannot-delete' })
  if (typed.trim() !== DELETION_WORD) return refuse({ code: 'deletion-not-confirmed' })
  const outdated = await outdatedPosts(unit, { organizationId, accountId, cause: 'deletion' })
  const erased = await erasePerson(tx, { organizationId, accountId, heirId: heir.accountId }, now)
  const receiptId = newId<string>()
  return ok({
    value: erased,
    events: [
      ...outdated,
      {
        type: 'data.erased',
        organizationId,
        target: { kind: 'receipt', id: receiptId },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { receiptId, erased },
      },
    ],
  })
}
