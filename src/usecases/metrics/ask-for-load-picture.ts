import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthleteRefusal, requireAthleteOf } from '../roster/require-athlete-of.ts'
import { loadHistory } from './load-history.ts'

/**
 * Somebody asks for load, fitness, fatigue and form as a picture, which comes in their direct message: an athlete for
 * their own, a coach for an athlete who shows them their pace.
 */
export async function askForLoadPicture(
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
    const seen = await loadHistory(tx, organizationId, { athleteId: whose, viewerId: accountId }, now)
    if (!seen) return refuse({ code: 'metrics-hidden', name: found.value.athlete.displayName })
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
        after: { pictureId: newId<string>(), loadOf: whose, askedBy: accountId },
      },
    ],
  })
}
