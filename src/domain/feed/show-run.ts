import type { Visibility } from '#domain/activity/activity.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import { type ItemKind, mayShow, type ShownOn, type Viewer } from '#domain/privacy/may-show.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { FeedRun } from './feed-run.ts'

/** A run as it is kept, and what its athlete decided for the group through which it would be seen. */
export type RunFacts = {
  activityId: ActivityId
  athleteId: AccountId
  athleteName: string
  groupId: string
  isShared: boolean
  status: MemberStatus
  switches: PrivacySwitches
  joinedAt: Instant
  name: string
  subType: SubType
  startedAt: Instant
  localOn: LocalDay
  zone: Zone
  distanceCm: number | null
  durationMs: number
  climbCm: number | null
  visibility: Visibility
  isStrava: boolean
  /** When it was logged. */
  createdAt: Instant
  kudos: number
}

/** The run as the viewer may see it there; null when they may not. Time beside a distance is the pace. */
export function showRun(facts: RunFacts, viewer: Viewer, shownOn: ShownOn): FeedRun | null {
  const shows = (kind: ItemKind) =>
    mayShow(
      {
        kind,
        source: facts.isStrava ? 'strava-api' : 'owned',
        visibility: facts.visibility,
        athlete: {
          status: facts.status,
          // Who has not answered shares with no group.
          hasAnswered: true,
          sharesWithGroup: facts.isShared,
          switches: facts.switches,
        },
      },
      viewer,
      shownOn,
    )
  if (!shows('activity') || !shows('distance-and-time')) return null
  return {
    activityId: facts.activityId,
    athleteId: facts.athleteId,
    athleteName: facts.athleteName,
    groupId: facts.groupId,
    name: shows('note') ? facts.name : null,
    subType: facts.subType,
    startedAt: facts.startedAt,
    localOn: facts.localOn,
    zone: facts.zone,
    distanceCm: facts.distanceCm,
    durationMs: facts.distanceCm === null || shows('pace') ? facts.durationMs : null,
    climbCm: shows('elevation') ? facts.climbCm : null,
    kudos: facts.kudos,
  }
}

/** The run as a channel may have it: nothing from before its athlete joined the group. */
export function showInChannel(facts: RunFacts): FeedRun | null {
  if (facts.startedAt < facts.joinedAt) return null
  return showRun(facts, { relation: 'teammate', isSuspended: false }, 'channel')
}
