import type { DomainEvent } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import {
  type AccessRefusal,
  type Coach,
  requireCoach,
  requireHeadCoach,
} from '#domain/organization/policy.ts'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import {
  BULK_MAX,
  BULK_UNDO_MS,
  type BulkAttributes,
  type BulkEffect,
  type BulkRefusal,
  type BulkTrace,
  type BulkTyped,
  changedAttributes,
  decideBulkAttributes,
} from '#domain/roster/bulk-change.ts'
import { LABELS_MAX } from '#domain/roster/decide-attributes.ts'
import type { RosterFilters } from '#domain/roster/roster-card.ts'
import type { RosterRefusal } from '#domain/roster/roster-refusal.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateAttributes } from '#store/athlete-attributes-store.ts'
import { type BulkPerson, insertBulkChange, listBulkPeople } from '#store/bulk-change-store.ts'
import { insertAssignment, listAssignments } from '#store/coach-store.ts'
import type { Tx } from '#store/db.ts'
import { findLastSharing, insertGroupMember } from '#store/group-membership-store.ts'
import { listMatchingIds } from '#store/read/roster-read.ts'
import { type ClubMember, findClubMember } from '#store/role-store.ts'
import { resolveGroupById } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { joinQuestion } from '../plan/join-question.ts'
import { addedEvent, assignedEvent, editedEvent } from './bulk-events.ts'

export type ChangeMany = {
  accountIds: readonly string[]
  /** Everybody these filters show, too. */
  filters: RosterFilters | null
  change: BulkTyped
}
export type ManyChanged = {
  changeId: string
  effect: BulkEffect
  /** How many were chosen, and of how many each thing changed. */
  chosen: number
  counts: { level: number; added: number; removed: number; joined: number; assigned: number }
  /** The first of those who changed, by name. */
  names: string[]
  changed: number
  /** What becomes of those who came into a group that is on a plan; null where there is nothing to ask. */
  joining: JoinQuestion | null
}

type Refusal = AccessRefusal | GroupRefusal | CoachRefusal | MembershipRefusal | RosterRefusal | BulkRefusal

/**
 * Changes level, labels, group and coach of many athletes at once, all or none, with one audit entry for each person
 * and thing, and keeps what it did so that it can be taken back for a day. An assistant coach changes level and labels
 * of their own athletes; coaches are assigned by the head coach.
 */
export async function changeMany(
  { tx, actor, now, newId }: UnitOfWork,
  input: ChangeMany,
): Promise<Result<Done<ManyChanged>, Refusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const attributes = decideBulkAttributes(input.change)
  if (!attributes.ok) return attributes
  const group = await groupFor({ tx, actor }, input.change.groupId)
  if (!group.ok) return group
  const carer = await carerFor({ tx, actor }, input.change.coachId)
  if (!carer.ok) return carer
  if (!attributes.value && !group.value && !carer.value) return refuse({ code: 'bulk-nothing-chosen' })
  const chosen = await peopleFor(tx, coach.value, input)
  if (!chosen.ok) return chosen
  const people = chosen.value
  const forbidden = await whoIsNotToBeChanged(tx, coach.value, people, {
    attributes: attributes.value,
    group: group.value,
    carer: carer.value,
  })
  if (forbidden) return refuse(forbidden)

  const changeId = newId<string>()
  const effect: BulkEffect = {
    ...(attributes.value?.level === undefined ? {} : { level: attributes.value.level }),
    add: (attributes.value?.add ?? []).map(label => label.label),
    remove: (attributes.value?.remove ?? []).map(label => label.label),
    group: group.value && { id: group.value.id, name: group.value.name },
    coach: carer.value && { id: carer.value.accountId, name: carer.value.displayName },
  }
  const traces: { accountId: AccountId; name: string; trace: BulkTrace }[] = []
  const events: DomainEvent[] = []
  for (const person of people) {
    const edit = attributes.value && changedAttributes(person.attributes, attributes.value)
    if (edit) {
      const { accountId, version } = person
      if (!(await updateAttributes(tx, organizationId, accountId, edit.after, version))) {
        return refuse({ code: 'athlete-changed-meanwhile', name: person.name })
      }
      events.push(editedEvent(organizationId, accountId, person.attributes, edit.after))
    }
    const joined = group.value !== null && (await joinGroup({ tx, newId, now }, group.value, person))
    if (joined && group.value) events.push(addedEvent(group.value, person.accountId, coach.value, newId))
    const pair = carer.value && {
      organizationId,
      coachId: carer.value.accountId,
      athleteId: person.accountId,
    }
    const assigned = pair !== null && (await insertAssignment(tx, newId, pair, now))
    if (!edit && !joined && !assigned) continue
    const trace = { ...(edit?.trace ?? { added: [], removed: [] }), joined, assigned }
    traces.push({ accountId: person.accountId, name: person.name, trace })
  }
  if (traces.length === 0) return refuse({ code: 'bulk-nothing-changed' })
  const assigned = traces.filter(({ trace }) => trace.assigned)
  for (const { accountId } of assigned) {
    if (!carer.value) break
    const change = {
      changeId,
      coachId: carer.value.accountId,
      count: assigned.length,
      by: coach.value.accountId,
    }
    events.push(assignedEvent(organizationId, accountId, change, true))
  }
  const made = { id: changeId, madeBy: coach.value.accountId, effect, madeAt: now }
  await insertBulkChange(tx, organizationId, made, traces, (now - BULK_UNDO_MS) as Instant)
  const count = (of: (trace: BulkTrace) => boolean) => traces.filter(({ trace }) => of(trace)).length
  return ok({
    value: {
      changeId,
      effect,
      chosen: people.length,
      counts: {
        level: count(trace => trace.levelBefore !== undefined),
        added: count(trace => trace.added.length > 0),
        removed: count(trace => trace.removed.length > 0),
        joined: count(trace => trace.joined),
        assigned: assigned.length,
      },
      names: traces.slice(0, 20).map(({ name }) => name),
      changed: traces.length,
      joining:
        group.value && traces.some(({ trace }) => trace.joined)
          ? await joinQuestion(tx, actor, group.value, now)
          : null,
    },
    events,
  })
}

type Asking = Pick<UnitOfWork, 'tx' | 'actor'>

async function groupFor(
  { tx, actor }: Asking,
  groupId: string | null,
): Promise<Result<Group | null, Refusal>> {
  if (groupId === null) return ok(null)
  const group = await resolveGroupById(tx, actor, groupId)
  if (!group.ok) return group
  const editor = requireGroupEditor(actor, group.value)
  return editor.ok ? ok(group.value) : editor
}

async function carerFor(
  { tx, actor }: Asking,
  coachId: string | null,
): Promise<Result<ClubMember | null, Refusal>> {
  if (coachId === null) return ok(null)
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const carer = await findClubMember(tx, head.value.organizationId, { accountId: coachId })
  if (!carer?.roles.has('head-coach') && !carer?.roles.has('assistant-coach')) {
    return refuse({ code: 'not-a-coach-of-the-club', name: carer?.displayName ?? 'That person' })
  }
  if (carer.status === 'suspended') return refuse({ code: 'coach-suspended', name: carer.displayName })
  return ok(carer)
}

async function peopleFor(tx: Tx, coach: Coach, input: ChangeMany): Promise<Result<BulkPerson[], Refusal>> {
  const { organizationId, accountId, roles } = coach
  const { filters } = input
  if (filters && filters.coachId !== null && filters.coachId !== accountId && !roles.has('head-coach')) {
    return refuse({ code: 'not-the-head-coach' })
  }
  const shown = filters ? await listMatchingIds(tx, organizationId, filters, BULK_MAX + 1) : []
  const named = [...new Set(input.accountIds)] as AccountId[]
  const ids = [...new Set([...named, ...shown])]
  if (ids.length === 0) return refuse({ code: 'nobody-named' })
  if (ids.length > BULK_MAX) return refuse({ code: 'bulk-too-many', limit: BULK_MAX, count: ids.length })
  const people = await listBulkPeople(tx, organizationId, ids)
  if (people.length < ids.length) return refuse({ code: 'person-not-in-club', name: 'Somebody you chose' })
  return ok(people)
}

async function whoIsNotToBeChanged(
  tx: Tx,
  coach: Coach,
  people: readonly BulkPerson[],
  change: { attributes: BulkAttributes | null; group: Group | null; carer: ClubMember | null },
): Promise<BulkRefusal | CoachRefusal | null> {
  const namesOf = (of: readonly BulkPerson[]) => of.map(person => person.name)
  const { attributes, group, carer } = change
  if (attributes && !coach.roles.has('head-coach')) {
    const strangers = await notInCareOf(tx, coach, people)
    if (strangers.length > 0) return { code: 'bulk-not-yours', names: namesOf(strangers) }
  }
  if (attributes) {
    const full = people.filter(person => changedAttributes(person.attributes, attributes)?.fits === false)
    if (full.length > 0) return { code: 'bulk-too-many-labels', names: namesOf(full), limit: LABELS_MAX }
  }
  const suspended = group ? people.filter(person => person.status === 'suspended') : []
  if (suspended.length > 0) return { code: 'bulk-suspended', names: namesOf(suspended) }
  const own = people.find(person => person.accountId === carer?.accountId)
  return own ? { code: 'own-athlete', name: own.name } : null
}

/** Those who are not assigned to this coach. */
export async function notInCareOf<Person extends { accountId: AccountId }>(
  tx: Tx,
  coach: Coach,
  people: readonly Person[],
): Promise<Person[]> {
  const pairs = await listAssignments(tx, coach.organizationId)
  const mine = new Set(pairs.filter(pair => pair.coachId === coach.accountId).map(pair => pair.athleteId))
  return people.filter(person => !mine.has(person.accountId))
}

/** As when a coach puts one of them into a group: what they shared there last, else their answer on joining. */
async function joinGroup(
  { tx, newId, now }: Pick<UnitOfWork, 'tx' | 'newId' | 'now'>,
  { organizationId, id: groupId }: Group,
  { accountId, sharesByDefault }: BulkPerson,
): Promise<boolean> {
  const isShared = (await findLastSharing(tx, organizationId, groupId, accountId)) ?? sharesByDefault
  return insertGroupMember(tx, newId, { organizationId, groupId, accountId, isShared, joinedAt: now })
}
