import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { fiveWays, nearestWin, ownPlaces } from '#domain/ranking/five-ways.ts'
import type { OwnWeek } from '#domain/ranking/week-card.ts'
import { ok, type Result } from '#kernel/result.ts'
import { isGroupMember } from '#store/group-membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../group/resolve-group.ts'
import { readWeek } from './read-week.ts'
import { requireBoardReader } from './require-board-reader.ts'

/**
 * The card of five ways to win, and the asker's own places in it, for them alone. The days are the club's, as in the
 * channel, so that both say the same.
 */
export async function showWeek(
  { db, actor, now }: UnitOfReading,
  input: WhichGroup & { range: string | null },
): Promise<Result<OwnWeek, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { accountId, organizationId } = asker.value
  const found = await resolveWhichGroup(db, actor, input)
  if (!found.ok) return found
  const group = found.value
  const { zone } = await getOrganization(db, organizationId)
  const range = parseRangeWords(input.range ?? 'this week', localDayAt(now, zone))
  if (!range.ok) return range
  const reader = await requireBoardReader(db, asker.value, group)
  if (!reader.ok) return reader
  const isMember = await isGroupMember(db, organizationId, group.id, accountId)
  const { members, sharing, total } = await readWeek(db, { group, range: range.value, zone, now })
  const isIn = members.some(({ memberId }) => memberId === accountId)
  const own = isIn ? ownPlaces(members, accountId) : null
  return ok({
    card: {
      groupId: group.id,
      groupName: group.name,
      range: range.value,
      zone,
      podiums: fiveWays(members),
      sharing,
      total,
    },
    isMember,
    own,
    nearest: own ? nearestWin(own) : null,
  })
}
