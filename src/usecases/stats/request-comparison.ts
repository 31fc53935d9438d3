import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import type { ComparisonPostData } from '#domain/feed/feed-event.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { STATS_RANGE } from './show-stats.ts'

export type RequestComparison = { range: string | null; channelId: string }

/** Asks for the comparison of the groups to be posted to a channel, by the days of the club's zone. */
export async function requestComparison(
  { tx, actor, now, newId }: UnitOfWork,
  { range, channelId }: RequestComparison,
): Promise<Result<Done<ComparisonPostData>, AccessRefusal | RangeRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const { zone } = await getOrganization(tx, organizationId)
  const read = parseRangeWords(range ?? STATS_RANGE, localDayAt(now, zone))
  if (!read.ok) return read
  const after: ComparisonPostData = {
    postId: newId<string>(),
    channelId,
    ...read.value,
    zone,
    askedBy: accountId,
  }
  return ok({
    value: after,
    events: [
      {
        type: 'comparison.requested',
        organizationId,
        target: { kind: 'organization', id: organizationId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after,
      },
    ],
  })
}
