import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireCoach, requireHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type AssignedAthlete, listAssignedAthletes } from '#store/coach-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { type NamedMember, requireClubMember } from './require-club-member.ts'

export type Care = { coachName: string; isOwn: boolean; athletes: AssignedAthlete[] }

/** The athletes in a coach's care: one's own for every coach, another coach's for the head coach alone. */
export async function listCare(
  { db, actor }: UnitOfReading,
  { coach }: { coach: NamedMember | null },
): Promise<Result<Care, AccessRefusal | MembershipRefusal | CoachRefusal>> {
  const reader = requireCoach(actor)
  if (!reader.ok) return reader
  const { organizationId, accountId } = reader.value
  const found = await requireClubMember(db, organizationId, coach ?? { accountId })
  if (!found.ok) return found
  const isOwn = found.value.accountId === accountId
  if (!isOwn) {
    const head = requireHeadCoach(actor)
    if (!head.ok) return head
  }
  const { roles, displayName } = found.value
  if (!roles.has('head-coach') && !roles.has('assistant-coach')) {
    return refuse({ code: 'not-a-coach-of-the-club', name: displayName })
  }
  const athletes = await listAssignedAthletes(db, organizationId, found.value.accountId)
  return ok({ coachName: displayName, isOwn, athletes })
}
