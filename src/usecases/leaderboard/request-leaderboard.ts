import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import type { BoardRequest } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import {
  type BoardWords,
  DEFAULT_METRIC,
  readBoardRange,
  requirePostStyle,
} from '#domain/ranking/board-words.ts'
import { ok, type Result } from '#kernel/result.ts'
import { countPosts, findBudget } from '#store/channel-budget-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { WhichGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireGroupToPost } from './group-to-post.ts'
import { requireAgeGrades } from './require-age-grades.ts'

export type RequestLeaderboard = WhichGroup & BoardWords & { channelId: string }
export type LeaderboardRequested = {
  group: Group
  request: BoardRequest
  /** Is it more than the channel takes by itself? Asked for by hand it is posted all the same. */
  isOverBudget: boolean
}

/** Asks for a board to be posted to a channel, by the days of the club's zone; it is drawn when it is sent. */
export async function requestLeaderboard(
  { tx, actor, now, newId }: UnitOfWork,
  input: RequestLeaderboard,
): Promise<Result<Done<LeaderboardRequested>, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const found = await requireGroupToPost(tx, actor, input)
  if (!found.ok) return found
  const { group, poster } = found.value
  const { zone } = await getOrganization(tx, group.organizationId)
  const style = requirePostStyle(input.metric ?? DEFAULT_METRIC)
  if (!style.ok) return style
  const gradable = await requireAgeGrades(tx, style.value)
  if (!gradable.ok) return gradable
  const read = readBoardRange(input, now, zone)
  if (!read.ok) return read
  const monday = startOfDay(mondayOf(localDayAt(now, zone)), zone)
  const posted = await countPosts(tx, group.organizationId, input.channelId, {
    kind: 'leaderboard',
    since: monday,
  })
  const { boardsAWeek } = await findBudget(tx, group.organizationId, input.channelId)
  const isOverBudget = posted >= boardsAWeek
  const request: BoardRequest = {
    postId: newId<string>(),
    groupId: group.id,
    channelId: input.channelId,
    metric: style.value,
    from: read.value.from,
    to: read.value.to,
    zone,
    askedBy: poster.accountId,
  }
  return ok({
    value: { group, request, isOverBudget },
    events: [
      {
        type: 'leaderboard.requested',
        organizationId: group.organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: request,
      },
    ],
  })
}
