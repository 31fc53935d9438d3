import { instantsOf, weekOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import { farthestOf, type GroupWeeks } from '#domain/ranking/group-weeks.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import type { Reading } from '#store/db.ts'
import { isGroupMember } from '#store/group-membership-store.ts'
import { findGroup } from '#store/group-store.ts'
import { type BoardFacts, findBoardFacts } from '#store/read/board-store.ts'
import { findClubMember } from '#store/role-store.ts'

const WEEKS = 8

export type WeeksWanted = {
  groupId: GroupId
  viewerId: AccountId
  /** A day of the last week. */
  until: LocalDay
  zone: Zone
}

/**
 * Eight weeks of a group's members as the viewer may see them now, by the rules of its boards: who hides from those is
 * in no picture of names either. Null where the group is gone or none of the viewer's.
 */
export async function groupWeeks(
  db: Reading,
  organizationId: OrganizationId,
  { groupId, viewerId, until, zone }: WeeksWanted,
): Promise<GroupWeeks | null> {
  const group = await findGroup(db, organizationId, groupId)
  const viewer = await findClubMember(db, organizationId, { accountId: viewerId })
  if (!group || !viewer || viewer.status === 'suspended') return null
  const isHead = viewer.roles.has('head-coach')
  const isCoach = isHead || viewer.roles.has('assistant-coach')
  const isInside = group.ownerId === viewerId || (await isGroupMember(db, organizationId, groupId, viewerId))
  if (!isCoach && !isInside) return null
  const last = weekOf(until)
  const weeks = Array.from({ length: WEEKS }, (_, index) =>
    weekOf(addDays(last.from, 7 * (index + 1 - WEEKS))),
  )
  const facts: BoardFacts[] = []
  for (const week of weeks) {
    facts.push(
      await findBoardFacts(db, {
        organizationId,
        groupId,
        ...instantsOf(week, zone),
        scope: boardScope(isHead ? 'coach' : isCoach ? 'other-coach' : 'teammate', 'private'),
        readerId: viewerId,
        ...(isCoach && !isHead ? { care: { coachId: viewerId, scope: boardScope('coach', 'private') } } : {}),
      }),
    )
  }
  const newest = facts.at(-1)
  return {
    groupName: group.name,
    weeks: weeks.map(week => week.from),
    ...farthestOf(facts.map(({ members }) => members)),
    sharing: newest?.sharing ?? 0,
    total: newest?.total ?? 0,
    units: (await findAthleteProfile(db, organizationId, viewerId))?.units ?? 'km',
  }
}
