import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { suggestAthletes as findSuggested } from '#store/read/roster-read.ts'
import type { UnitOfReading } from '../ask.ts'

/** As many as somebody reads before typing on. */
const SUGGESTED = 30

export type SuggestedAthlete = { accountId: string; name: string; slackName: string; email: string | null }

/** Athletes by what was typed of name or address, for coaches: the roster is theirs to see. */
export async function suggestAthletes(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<SuggestedAthlete[], AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  return ok(await findSuggested(db, coach.value.organizationId, typed, SUGGESTED))
}
