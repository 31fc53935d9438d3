import type { Activity } from '#domain/activity/activity.ts'
import type { RunFacts } from '#domain/feed/show-run.ts'
import type { AccessRefusal } from '#domain/organization/access-refusal.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type ActiveMember, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { mayShow, type Relation } from '#domain/privacy/may-show.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity } from '#store/activity-store.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { listGroupIdsOf } from '#store/group-membership-store.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listRunInGroups } from '#store/read/feed-rows.ts'
import { findClubMember } from '#store/role-store.ts'

export type SeenRun = {
  viewer: ActiveMember
  run: Activity
  athleteName: string
  relation: Relation
  /** Is the athlete in the viewer's care? */
  isMine: boolean
  isOwn: boolean
  /** Do they share it with a group that the viewer is in? */
  isSharedWithGroup: boolean
}

/** Somebody's run as far as the actor may see it; a run they may not see is as gone as none. */
export async function seeRun(
  db: Reading,
  actor: Actor,
  activityId: string,
): Promise<Result<SeenRun, AccessRefusal | { code: 'run-not-shown' }>> {
  const viewer = requireActiveMember(actor)
  if (!viewer.ok) return viewer
  const { organizationId, accountId, roles } = viewer.value
  const run = await findActivity(db, organizationId, activityId)
  const athlete = run && (await findClubMember(db, organizationId, { accountId: run.athleteId }))
  if (!run || !athlete) return refuse({ code: 'run-not-shown' })
  const isOwn = run.athleteId === accountId
  const isMine =
    isCoach(actor) &&
    (roles.has('head-coach') || (await isAssigned(db, organizationId, accountId, run.athleteId)))
  const rows = await listRunInGroups(db, organizationId, activityId)
  const mine = await listGroupIdsOf(db, organizationId, accountId)
  const isShown = (relation: Relation, sharesWithGroup: boolean, switches: RunFacts['switches']) =>
    mayShow(
      {
        kind: 'activity',
        source: run.source === 'strava' ? 'strava-api' : 'owned',
        visibility: run.visibility,
        athlete: { status: athlete.status, hasAnswered: true, sharesWithGroup, switches },
      },
      { relation, isSuspended: false },
      'private',
    )
  const switches = await findPrivacySwitches(db, organizationId, run.athleteId)
  const isSharedWithGroup = rows.some(
    row =>
      mine.has(row.groupId) &&
      row.startedAt >= row.joinedAt &&
      isShown('teammate', row.isShared, row.switches),
  )
  const isShownToCoach = isMine
    ? isShown('coach', false, switches)
    : isCoach(actor) && rows.some(row => isShown('other-coach', row.isShared, row.switches))
  const seen = {
    viewer: viewer.value,
    run,
    athleteName: athlete.displayName,
    relation: isOwn ? ('self' as const) : isMine ? ('coach' as const) : ('teammate' as const),
    isMine,
    isOwn,
    isSharedWithGroup,
  }
  if (may(actor, 'activity.see', { isOwn, isSharedWithGroup }).ok === false) {
    return refuse({ code: 'run-not-shown' })
  }
  return isOwn || isSharedWithGroup || isShownToCoach ? ok(seen) : refuse({ code: 'run-not-shown' })
}
