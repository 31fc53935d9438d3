import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findClubMember } from '#store/role-store.ts'
import type { UnitOfReading } from '../ask.ts'

export type ChosenAthlete = { accountId: string; slackUserId: string; name: string }
export type WhichAthletes = { accountIds: readonly string[] } | { slackUserIds: readonly string[] }

/** The members that a coach picked in a form, or mentioned, each once, in their order. */
export async function chosenAthletes(
  { db, actor }: UnitOfReading,
  which: WhichAthletes,
): Promise<Result<ChosenAthlete[], AccessRefusal | MembershipRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const wanted =
    'accountIds' in which
      ? [...new Set(which.accountIds)].map(accountId => ({ accountId }))
      : [...new Set(which.slackUserIds)].map(slackUserId => ({ slackUserId }))
  const chosen: ChosenAthlete[] = []
  for (const each of wanted) {
    const member = await findClubMember(db, coach.value.organizationId, each)
    if (!member) return refuse({ code: 'person-not-in-club', name: 'One of those people' })
    const { accountId, slackUserId, displayName } = member
    chosen.push({ accountId, slackUserId, name: displayName })
  }
  return ok(chosen)
}
