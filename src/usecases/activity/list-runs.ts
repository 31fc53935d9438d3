import { type ActivityCursor, cursorOf, type RunsPage } from '#domain/activity/logged-runs.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listFilesOf } from '#store/activity-file-store.ts'
import { listActivitiesOf } from '#store/activity-store.ts'
import { listComments } from '#store/comment-store.ts'
import { listCheerers } from '#store/kudos-store.ts'
import { listLoadsOf } from '#store/load-store.ts'
import { countOrigins } from '#store/origin-store.ts'
import type { UnitOfReading } from '../ask.ts'

export type RunsPlace =
  | { kind: 'newest' }
  /** From this activity on, it included: stays right when it was deleted meanwhile. */
  | { kind: 'from'; cursor: ActivityCursor }
  | { kind: 'older' | 'newer'; cursor: ActivityCursor }

export const RUNS_A_PAGE = 5

/** One page of a member's own activities, newest first. Suspended members may read theirs. */
export async function listRuns(
  { db, actor, now }: UnitOfReading,
  place: RunsPlace,
): Promise<Result<RunsPage, AccessRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const list = (page: Omit<Parameters<typeof listActivitiesOf>[3], 'limit'>, limit: number) =>
    listActivitiesOf(db, organizationId, accountId, { ...page, limit })
  let runs = await list(rangeOf(place), RUNS_A_PAGE)
  // Turning back to fewer than a page, or to a page that was deleted: show what is newest instead.
  if (
    place.kind !== 'newest' &&
    (runs.length === 0 || (place.kind === 'newer' && runs.length < RUNS_A_PAGE))
  ) {
    runs = await list({}, RUNS_A_PAGE)
  }
  const [first, last] = [runs[0], runs.at(-1)]
  const ids = runs.map(run => run.id)
  const files = await listFilesOf(db, organizationId, ids)
  return ok({
    runs,
    merged: new Set((await countOrigins(db, organizationId, ids)).keys()),
    withFile: new Set(files.map(file => file.activityId)),
    loads: await listLoadsOf(db, organizationId, ids),
    cheerers: await listCheerers(db, organizationId, ids),
    feedback: await listComments(db, organizationId, ids),
    hasNewer: first ? (await list({ newerThan: cursorOf(first) }, 1)).length > 0 : false,
    hasOlder: last ? (await list({ olderThan: cursorOf(last) }, 1)).length > 0 : false,
    today: localDayAt(now, zone),
  })
}

function rangeOf(place: RunsPlace): Omit<Parameters<typeof listActivitiesOf>[3], 'limit'> {
  switch (place.kind) {
    case 'newest':
      return {}
    case 'from':
      return { from: place.cursor }
    case 'older':
      return { olderThan: place.cursor }
    case 'newer':
      return { newerThan: place.cursor }
  }
}
