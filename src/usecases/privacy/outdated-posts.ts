import type { Activity } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { DomainEvent, OutdatedBy } from '#domain/event.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, instant, type LocalDay } from '#kernel/instant.ts'
import { listGroupIdsEverIn } from '#store/group-membership-store.ts'
import { listStandingBoards } from '#store/read/standing-posts.ts'
import type { BoardPost } from '../leaderboard/read-board-post.ts'
import type { UnitOfWork } from '../perform.ts'

/** How far back posts follow a change of what may be seen, and of a single run. */
export const FOLLOWED_DAYS = { privacy: 60, activity: 14 } as const

/** Whom a change is about, and which of the posts that show them it touches. */
export type Outdating = {
  organizationId: OrganizationId
  accountId: AccountId
  cause: OutdatedBy
  /** Only posts of these groups; by default of every group that the person is or was in. */
  groupIds?: readonly string[]
  /** Only posts about one of these days. */
  days?: readonly LocalDay[]
}

/**
 * The event by which posts that stand in channels are drawn anew, or taken away where nothing is left to show. Empty
 * when no post shows the person.
 */
export async function outdatedPosts(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  { organizationId, accountId, cause, groupIds, days }: Outdating,
): Promise<DomainEvent[]> {
  const groups = new Set(groupIds ?? (await listGroupIdsEverIn(tx, organizationId, accountId)))
  if (groups.size === 0) return []
  const followed = cause === 'activity' ? FOLLOWED_DAYS.activity : FOLLOWED_DAYS.privacy
  const standing = await listStandingBoards(tx, organizationId, instant(now - followed * DAY_MS))
  const posts = standing.filter(({ payloadJson }) => {
    const board = JSON.parse(payloadJson) as Omit<BoardPost, 'groupId'> & { groupId?: string }
    // A comparison is of every group there is.
    const isOfGroup = board.groupId === undefined || groups.has(board.groupId)
    return isOfGroup && (!days || days.some(day => isAbout(board, day)))
  })
  if (posts.length === 0) return []
  const changeId = newId<string>()
  return [
    {
      type: 'posts.outdated',
      organizationId,
      target: { kind: 'posts', id: changeId },
      subjectId: accountId,
      isVisibleToSubject: true,
      before: null,
      after: {
        changeId,
        cause,
        posts: posts.map(({ outboxId, channelId }) => ({ outboxId, channelId })),
      },
    },
  ]
}

/** The same for a change to one activity; what no board shows, such as its name, outdates nothing. */
export async function postsOfActivity(
  unit: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  before: Activity,
  after: Activity | null,
): Promise<DomainEvent[]> {
  if (after && isSameOnBoards(before, after)) return []
  const days = [before.localOn, ...(after ? [after.localOn] : [])]
  const { organizationId, athleteId } = before
  return outdatedPosts(unit, { organizationId, accountId: athleteId, cause: 'activity', days })
}

function isSameOnBoards(before: Activity, after: Activity): boolean {
  const seen = ['subType', 'startedAt', 'distanceCm', 'durationMs', 'climbCm', 'visibility'] as const
  return seen.every(field => before[field] === after[field])
}

/** A board's days are those of its own zone, from which the athlete's may differ by one. */
function isAbout({ from, to }: Pick<BoardPost, 'from' | 'to'>, day: LocalDay): boolean {
  return addDays(day, 1) >= from && addDays(day, -1) <= to
}
