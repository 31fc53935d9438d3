import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { distanceTrend } from './distance-trend.ts'
import { type AthleteRefusal, requireAthleteOf } from './require-athlete-of.ts'

/**
 * Somebody asks for the weekly distance of an athlete as a picture, which comes in their direct message: an athlete for
 * their own (also one who is suspended), a coach for what the profile shows them.
 */
export async function askForTrend(
  { tx, actor, now, newId }: UnitOfWork,
  { athleteId }: { athleteId: string | null },
): Promise<Result<Done<null>, AccessRefusal | AthleteRefusal | MetricsRefusal>> {
  const asker = requireMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId } = asker.value
  const isOwn = athleteId === null || athleteId === accountId
  const whose = isOwn ? accountId : (athleteId as AccountId)
  if (!isOwn) {
    const found = await requireAthleteOf(tx, actor, { accountId: whose })
    if (!found.ok) return found
    const seen = await distanceTrend(tx, organizationId, { athleteId: whose, viewerId: accountId }, now)
    if (!seen) return refuse({ code: 'metrics-hidden', name: found.value.athlete.displayName })
  }
  const pictureId = newId<string>()
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
        after: { pictureId, athleteId: whose, askedBy: accountId },
      },
    ],
  })
}
