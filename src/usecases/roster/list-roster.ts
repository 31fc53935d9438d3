import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { NO_FILTERS, ROSTER_PAGE, type RosterFilters, type RosterPage } from '#domain/roster/roster-card.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listCoaches } from '#store/coach-store.ts'
import { listRoster as listMatching, listRosterChoices } from '#store/read/roster-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import { requireClubMember } from '../organization/require-club-member.ts'

export type ListRoster = {
  filters?: Partial<RosterFilters>
  /** As typed, in place of their ids among the filters. */
  groupName?: string
  coach?: { slackUserId: string; name: string }
  offset?: number
}

/** A page of the club's athletes, for coaches. An assistant coach filters to their own athletes, not to another's. */
export async function listRoster(
  { db, actor }: UnitOfReading,
  input: ListRoster,
): Promise<Result<RosterPage, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId, roles } = coach.value
  const filters: RosterFilters = { ...NO_FILTERS, ...input.filters }
  if (input.groupName !== undefined) {
    const group = await resolveGroup(db, actor, input.groupName)
    if (!group.ok) return group
    filters.groupId = group.value.id
  }
  if (input.coach !== undefined) {
    const named = await requireClubMember(db, organizationId, input.coach)
    if (!named.ok) return named
    filters.coachId = named.value.accountId
  }
  const isHead = roles.has('head-coach')
  if (filters.coachId !== null && filters.coachId !== accountId && !isHead) {
    return refuse({ code: 'not-the-head-coach' })
  }
  const choices = await listRosterChoices(db, organizationId)
  const coaches = isHead
    ? (await listCoaches(db, organizationId)).map(each => ({
        accountId: each.accountId as string,
        name: each.accountId === accountId ? 'My athletes' : each.displayName,
      }))
    : [{ accountId: accountId as string, name: 'My athletes' }]
  let offset = Math.max(0, input.offset ?? 0)
  let found = await listMatching(db, organizationId, filters, offset)
  if (found.rows.length === 0 && offset > 0) {
    // The last page went while somebody was turning to it.
    offset = Math.max(0, Math.floor((found.total - 1) / ROSTER_PAGE)) * ROSTER_PAGE
    found = await listMatching(db, organizationId, filters, offset)
  }
  return ok({ ...found, offset, filters, choices: { ...choices, coaches: coaches.slice(0, 100) } })
}
