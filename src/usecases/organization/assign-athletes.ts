import type { DomainEvent } from '#domain/event.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { endAssignment, insertAssignment } from '#store/coach-store.ts'
import type { Tx } from '#store/db.ts'
import { listGroupMembers } from '#store/group-membership-store.ts'
import { type ClubMember, findClubMember } from '#store/role-store.ts'
import { resolveWhichGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type NamedMember, requireClubMember } from './require-club-member.ts'

export type AssignAthletes = {
  coach: NamedMember
  athletes: readonly NamedMember[]
  /** Everybody in this group too, as far as they are athletes. */
  group: { groupId: string } | { groupName: string } | null
  /** False ends the assignments instead. */
  isAssigned: boolean
}
export type AthletesAssigned = {
  coachName: string
  isAssigned: boolean
  changed: string[]
  unchanged: string[]
}

/**
 * The head coach puts athletes into a coach's care or takes them out, all or none, one audit entry an athlete. The
 * coach is told once; athletes cannot see assignments and are not told.
 */
export async function assignAthletes(
  { tx, actor, now, newId }: UnitOfWork,
  input: AssignAthletes,
): Promise<Result<Done<AthletesAssigned>, AccessRefusal | MembershipRefusal | CoachRefusal | GroupRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const found = await requireClubMember(tx, organizationId, input.coach)
  if (!found.ok) return found
  const coach = found.value
  if (!coach.roles.has('head-coach') && !coach.roles.has('assistant-coach')) {
    return refuse({ code: 'not-a-coach-of-the-club', name: coach.displayName })
  }
  if (input.isAssigned && coach.status === 'suspended') {
    return refuse({ code: 'coach-suspended', name: coach.displayName })
  }
  const athletes = new Map<string, ClubMember>()
  for (const named of input.athletes) {
    const athlete = await requireClubMember(tx, organizationId, named)
    if (!athlete.ok) return athlete
    const name = athlete.value.displayName
    if (!athlete.value.roles.has('athlete')) return refuse({ code: 'not-an-athlete-of-the-club', name })
    if (athlete.value.accountId === coach.accountId) return refuse({ code: 'own-athlete', name })
    athletes.set(athlete.value.accountId, athlete.value)
  }
  if (input.group) {
    const group = await resolveWhichGroup(tx, actor, input.group)
    if (!group.ok) return group
    for (const athlete of await athletesOfGroup(tx, organizationId, group.value.id)) {
      if (athlete.accountId !== coach.accountId) athletes.set(athlete.accountId, athlete)
    }
  }
  if (athletes.size === 0) return refuse({ code: 'nobody-named' })
  const changed: ClubMember[] = []
  const unchanged: string[] = []
  for (const athlete of athletes.values()) {
    const pair = { organizationId, coachId: coach.accountId, athleteId: athlete.accountId }
    const isChanged = input.isAssigned
      ? await insertAssignment(tx, newId, pair, now)
      : await endAssignment(tx, pair, now)
    if (isChanged) changed.push(athlete)
    else unchanged.push(athlete.displayName)
  }
  const coachName = coach.displayName
  if (changed.length === 0) {
    return refuse({
      code: input.isAssigned ? 'assigned-already' : 'none-assigned',
      coachName,
      names: unchanged,
    })
  }
  const change = {
    changeId: newId<string>(),
    coachId: coach.accountId,
    count: changed.length,
    by: head.value.accountId,
  }
  return ok({
    value: {
      coachName,
      isAssigned: input.isAssigned,
      changed: changed.map(athlete => athlete.displayName),
      unchanged,
    },
    events: changed.map((athlete): DomainEvent => {
      const data = { ...change, athleteId: athlete.accountId }
      return {
        type: input.isAssigned ? 'coach.athlete-assigned' : 'coach.athlete-unassigned',
        organizationId,
        target: { kind: 'coach', id: coach.accountId },
        subjectId: athlete.accountId,
        isVisibleToSubject: false,
        before: input.isAssigned ? null : data,
        after: input.isAssigned ? data : null,
      }
    }),
  })
}

async function athletesOfGroup(
  tx: Tx,
  organizationId: OrganizationId,
  groupId: Parameters<typeof listGroupMembers>[2],
): Promise<ClubMember[]> {
  const athletes: ClubMember[] = []
  for (const { accountId } of await listGroupMembers(tx, organizationId, groupId)) {
    const member = await findClubMember(tx, organizationId, { accountId })
    if (member?.roles.has('athlete')) athletes.push(member)
  }
  return athletes
}
