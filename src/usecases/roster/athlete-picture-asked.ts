import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthleteRefusal, requireAthleteOf } from './require-athlete-of.ts'

export type PictureOfAthlete = {
  /** Null for the asker's own. */
  athleteId: string | null
  /** What somebody else may see of it; null for nothing. */
  seen: (
    organizationId: OrganizationId,
    who: { athleteId: AccountId; viewerId: AccountId },
  ) => Promise<unknown>
  dataOf: (whose: AccountId) => { loadOf: string } | { athleteId: string }
}

/**
 * A picture of something of an athlete's is asked for, and comes in the asker's direct message: their own, or for a coach
 * what the athlete shows them.
 */
export async function athletePictureAsked(
  { tx, actor, newId }: UnitOfWork,
  { athleteId, seen, dataOf }: PictureOfAthlete,
): Promise<Result<Done<null>, AccessRefusal | AthleteRefusal | MetricsRefusal>> {
  const asker = requireMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId } = asker.value
  const isOwn = athleteId === null || athleteId === accountId
  const whose = isOwn ? accountId : (athleteId as AccountId)
  if (!isOwn) {
    const found = await requireAthleteOf(tx, actor, { accountId: whose })
    if (!found.ok) return found
    if (!(await seen(organizationId, { athleteId: whose, viewerId: accountId }))) {
      return refuse({ code: 'metrics-hidden', name: found.value.athlete.displayName })
    }
  }
  return ok({
    value: null,
    events: [
      {
        type: 'stats.picture-asked',
        organizationId,
        target: { kind: 'athlete', id: whose },
        subjectId: whose,
        isVisibleToSubject: isOwn,
        before: null,
        after: { pictureId: newId<string>(), askedBy: accountId, ...dataOf(whose) },
      },
    ],
  })
}
