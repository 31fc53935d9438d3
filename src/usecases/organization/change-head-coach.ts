import type { DomainEvent } from '#domain/event.ts'
import type { Role } from '#domain/organization/role.ts'
import type { Tx } from '#store/db.ts'
import { type ClubMember, setRoles } from '#store/role-store.ts'

/** Swaps the roles: there is exactly one head coach before and after, and the one before becomes an assistant coach. */
export async function changeHeadCoach(
  tx: Tx,
  change: { from: ClubMember | null; to: ClubMember; changeId: string; isByOperator: boolean },
): Promise<DomainEvent> {
  const { from, to, changeId, isByOperator } = change
  if (from) {
    await setRoles(tx, from, new Set<Role>([...without(from, 'head-coach'), 'assistant-coach']))
  }
  await setRoles(tx, to, new Set<Role>([...without(to, 'assistant-coach'), 'head-coach']))
  return {
    type: 'head-coach.changed',
    organizationId: to.organizationId,
    target: { kind: 'organization', id: to.organizationId },
    subjectId: to.accountId,
    isVisibleToSubject: true,
    before: { changeId, headCoachId: from?.accountId ?? null, isByOperator },
    after: { changeId, headCoachId: to.accountId, isByOperator },
  }
}

function without(member: ClubMember, role: Role): Role[] {
  return [...member.roles].filter(each => each !== role)
}
