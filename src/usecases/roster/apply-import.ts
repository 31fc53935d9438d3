import type { DomainEvent } from '#domain/event.ts'
import type { EmailInvitation } from '#domain/invitation/email-invitation.ts'
import type { AthleteChange, ImportOutcome, InvitationChange } from '#domain/roster/roster-import.ts'
import type { EmailInvitationId, GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  insertManyAssignments,
  insertManyGroupMembers,
  listChangedSince,
  updateManyAttributes,
} from '#store/bulk-roster-store.ts'
import { insertManyEmailInvitations } from '#store/email-invitation-store.ts'
import { readImportFacts } from '#store/read/roster-import-read.ts'
import { aboutEmailInvitation, withoutAddress } from '../invitation/invitation-event.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type ImportRefusal, settleImport, type Waiting } from './settle-import.ts'

export type AppliedImport = { fileName: string; athletes: number; invitations: number }

type Line<Change> = { line: number; who: string; change: Change }

/** Does everything that was announced of a file, or nothing when one of its lines no longer holds. */
export async function applyImport(
  unit: UnitOfWork,
  { importId }: { importId: string },
): Promise<Result<Done<AppliedImport>, ImportRefusal>> {
  const settled = await settleImport(unit, importId, 'applied')
  if (!settled.ok) return settled
  const { kept } = settled.value
  const athletes = kept.outcomes.flatMap(outcome => linesOf(outcome, 'athlete')) as Line<AthleteChange>[]
  const invited = kept.outcomes.flatMap(outcome => linesOf(outcome, 'invitation')) as Line<InvitationChange>[]
  const stale = await staleLines(unit, settled.value, athletes, invited)
  if (stale.length > 0) {
    const lines = stale.slice(0, 20).map(({ line, who }) => ({ line, who }))
    return refuse({ code: 'import-stale', lines, count: stale.length })
  }
  const changes = athletes.map(line => line.change)
  const invitations = invited.map(line => line.change)
  return ok({
    value: { fileName: kept.fileName, athletes: changes.length, invitations: invitations.length },
    events: [
      {
        type: 'roster.imported',
        organizationId: kept.organizationId,
        target: { kind: 'import', id: importId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: { importId, athletes: changes.length, invitations: invitations.length },
      },
      ...(await edit(unit, settled.value, changes)),
      ...(await putIntoGroups(unit, settled.value, changes)),
      ...(await putIntoCare(unit, settled.value, changes)),
      ...(await invite(unit, settled.value, invitations)),
    ],
  })
}

function linesOf(outcome: ImportOutcome, kind: 'athlete' | 'invitation') {
  return outcome.kind === 'change' && outcome.change.kind === kind ? [outcome] : []
}

/** Lines whose person, group or coach is not as it was when the file was read. */
async function staleLines(
  { tx, now }: UnitOfWork,
  { kept }: Waiting,
  athletes: readonly Line<AthleteChange>[],
  invited: readonly Line<InvitationChange>[],
): Promise<{ line: number; who: string }[]> {
  const { organizationId } = kept
  const changed = await listChangedSince(
    tx,
    organizationId,
    athletes.map(line => line.change),
  )
  const facts = await readImportFacts(tx, organizationId, now)
  const people = new Map<string, (typeof facts.people)[number]>(
    facts.people.map(person => [person.accountId, person]),
  )
  const addresses = new Set(facts.people.map(person => person.emailKey))
  const groups = new Set(facts.groups.map(group => group.groupId))
  const isCoach = (accountId: string) => {
    const coach = people.get(accountId)
    return coach?.isCoach === true && coach.status !== 'suspended'
  }
  return [
    ...athletes.filter(
      ({ change }) =>
        changed.has(change.accountId) ||
        (change.groups.length > 0 && people.get(change.accountId)?.status === 'suspended') ||
        change.groups.some(group => !groups.has(group.groupId)) ||
        change.coaches.some(coach => !isCoach(coach.accountId)),
    ),
    ...invited.filter(
      ({ change }) =>
        facts.invited.has(change.addressKey) ||
        addresses.has(change.addressKey) ||
        (change.group !== null && !groups.has(change.group.groupId)),
    ),
  ].sort((one, other) => one.line - other.line)
}

async function edit(
  { tx }: UnitOfWork,
  { kept: { organizationId } }: Waiting,
  changes: readonly AthleteChange[],
): Promise<DomainEvent[]> {
  const edited = changes.flatMap(change => (change.after ? [{ ...change, after: change.after }] : []))
  await updateManyAttributes(tx, organizationId, edited)
  return edited.map(({ accountId, before, after }) => ({
    type: 'athlete.edited',
    organizationId,
    target: { kind: 'athlete', id: accountId },
    subjectId: accountId as Waiting['head']['accountId'],
    isVisibleToSubject: false,
    before,
    after: { ...after, labels: after.labels.map(label => label.label) },
  }))
}

/** Athletes by the group or coach they are put to. */
function byTarget(
  changes: readonly AthleteChange[],
  targetsOf: (change: AthleteChange) => readonly { id: string; name: string }[],
): Map<string, { name: string; athletes: string[] }> {
  const found = new Map<string, { name: string; athletes: string[] }>()
  for (const change of changes) {
    for (const { id, name } of targetsOf(change)) {
      const target = found.get(id) ?? { name, athletes: [] }
      found.set(id, target)
      target.athletes.push(change.accountId)
    }
  }
  return found
}

async function putIntoGroups(
  { tx, now, newId }: UnitOfWork,
  { head, kept: { organizationId } }: Waiting,
  changes: readonly AthleteChange[],
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = []
  const groups = byTarget(changes, change =>
    change.groups.map(({ groupId, name }) => ({ id: groupId, name })),
  )
  for (const [groupId, { name, athletes }] of groups) {
    const place = { organizationId, groupId, joinedAt: now }
    for (const memberId of await insertManyGroupMembers(tx, newId, place, athletes)) {
      events.push({
        type: 'group.members-added',
        organizationId,
        target: { kind: 'group', id: groupId },
        subjectId: memberId,
        isVisibleToSubject: true,
        before: null,
        after: {
          changeId: newId<string>(),
          groupId,
          groupName: name,
          memberIds: [memberId],
          addedBy: head.accountId,
        },
      })
    }
  }
  return events
}

async function putIntoCare(
  { tx, now, newId }: UnitOfWork,
  { head, kept: { organizationId } }: Waiting,
  changes: readonly AthleteChange[],
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = []
  const coaches = byTarget(changes, change =>
    change.coaches.map(({ accountId, name }) => ({ id: accountId, name })),
  )
  for (const [coachId, { athletes }] of coaches) {
    const added = await insertManyAssignments(tx, newId, { organizationId, coachId, at: now }, athletes)
    const change = { changeId: newId<string>(), coachId, count: added.length, by: head.accountId }
    for (const athleteId of added) {
      events.push({
        type: 'coach.athlete-assigned',
        organizationId,
        target: { kind: 'coach', id: coachId },
        subjectId: athleteId,
        isVisibleToSubject: false,
        before: null,
        after: { ...change, athleteId },
      })
    }
  }
  return events
}

async function invite(
  { tx, now, newId }: UnitOfWork,
  { head, kept: { organizationId } }: Waiting,
  changes: readonly InvitationChange[],
): Promise<DomainEvent[]> {
  const invitations = changes.map(
    (change): EmailInvitation => ({
      id: newId<EmailInvitationId>(),
      organizationId,
      inviterId: head.accountId,
      groupId: (change.group?.groupId ?? null) as GroupId | null,
      firstName: change.firstName,
      address: change.address,
      addressKey: change.addressKey,
      state: 'pending',
      sentAt: now,
      seenAt: null,
      answeredAt: null,
      expiresAt: null,
      accountId: null,
      invitationId: null,
    }),
  )
  await insertManyEmailInvitations(tx, invitations)
  return invitations.map(invitation => ({
    type: 'email-invitation.sent',
    ...aboutEmailInvitation(invitation),
    before: null,
    after: { ...withoutAddress(invitation), sendingId: newId<string>(), isMailed: true },
  }))
}
