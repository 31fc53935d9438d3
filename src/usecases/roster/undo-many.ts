import type { DomainEvent } from '#domain/event.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import {
  BULK_UNDO_MS,
  type BulkRefusal,
  type BulkTrace,
  restoredAttributes,
} from '#domain/roster/bulk-change.ts'
import type { AccountId, GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateAttributes } from '#store/athlete-attributes-store.ts'
import { type BulkPerson, findBulkChange, listBulkPeople, listJoinedAt } from '#store/bulk-change-store.ts'
import { endAssignment } from '#store/coach-store.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { findGroup } from '#store/group-store.ts'
import { markChangeUndone } from '#store/undo-log.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { assignedEvent, editedEvent, takenOutEvent } from './bulk-events.ts'
import { notInCareOf } from './change-many.ts'

/**
 * Takes back what one change of many did, and only that, all or none: refused when any of it was changed since, by name.
 * By whoever made it, or the head coach, within a day.
 */
export async function undoMany(
  unit: UnitOfWork,
  { changeId }: { changeId: string },
): Promise<Result<Done<{ restored: number }>, AccessRefusal | BulkRefusal>> {
  const { tx, actor, now, newId } = unit
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const isHead = coach.value.roles.has('head-coach')
  const change = await findBulkChange(tx, organizationId, changeId)
  if (!change || now - change.madeAt > BULK_UNDO_MS) return refuse({ code: 'bulk-undo-over' })
  if (change.madeBy !== coach.value.accountId && !isHead) return refuse({ code: 'bulk-undo-not-yours' })
  // Only the head coach says who cares for whom: whoever assigned them may be an assistant by now.
  if (change.effect.coach && !isHead) return refuse({ code: 'bulk-undo-not-yours' })
  if (!(await markChangeUndone(tx, 'bulk', organizationId, changeId, now)))
    return refuse({ code: 'bulk-undone' })
  const ids = [...change.traces.keys()] as AccountId[]
  const people = await listBulkPeople(tx, organizationId, ids)
  const edited = people.filter(({ accountId }) => isEdit(change.traces.get(accountId)))
  if (!isHead) {
    const strangers = await notInCareOf(tx, coach.value, edited)
    if (strangers.length > 0) {
      return refuse({ code: 'bulk-not-yours', names: strangers.map(person => person.name) })
    }
  }
  const { group, coach: carer } = change.effect
  const joined = group ? await listJoinedAt(tx, organizationId, group.id, change.madeAt) : new Set()
  const liveGroup = group ? await findGroup(tx, organizationId, group.id as GroupId) : undefined
  const toldOnce = {
    changeId: newId<string>(),
    coachId: (carer?.id ?? '') as AccountId,
    count: [...change.traces.values()].filter(trace => trace.assigned).length,
    by: coach.value.accountId,
  }
  const events: DomainEvent[] = []
  const changedSince: BulkPerson[] = []
  for (const person of people) {
    const { accountId, attributes, version } = person
    const trace = change.traces.get(accountId)
    if (!trace) continue
    const before = isEdit(trace) ? restoredAttributes(attributes, trace, change.effect) : attributes
    let isAsLeft = before !== null && (!trace.joined || (liveGroup !== undefined && joined.has(accountId)))
    if (isAsLeft && before && before !== attributes) {
      isAsLeft = await updateAttributes(tx, organizationId, accountId, before, version)
      events.push(editedEvent(organizationId, accountId, attributes, before))
    }
    if (isAsLeft && trace.joined && liveGroup) {
      await endGroupMember(tx, organizationId, liveGroup.id, accountId, now)
      events.push(takenOutEvent(liveGroup, accountId, newId))
      const removal = { organizationId, accountId, cause: 'removal' as const, groupIds: [liveGroup.id] }
      events.push(...(await outdatedPosts(unit, removal)))
    }
    if (isAsLeft && trace.assigned && carer) {
      const pair = { organizationId, coachId: carer.id as AccountId, athleteId: accountId }
      isAsLeft = await endAssignment(tx, pair, now)
      events.push(assignedEvent(organizationId, accountId, toldOnce, false))
    }
    if (!isAsLeft) changedSince.push(person)
  }
  const left = ids.length - people.length
  if (changedSince.length > 0 || left > 0) {
    const gone = left === 0 ? [] : [left === 1 ? 'somebody who left the club' : `${left} who left the club`]
    return refuse({
      code: 'bulk-changed-since',
      names: [...changedSince.map(person => person.name), ...gone],
    })
  }
  return ok({ value: { restored: people.length }, events })
}

function isEdit(trace: BulkTrace | undefined): boolean {
  return (
    trace !== undefined &&
    (trace.levelBefore !== undefined || trace.added.length > 0 || trace.removed.length > 0)
  )
}
