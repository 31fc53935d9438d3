import type { DomainEvent } from '#domain/event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { endAssignmentsOf } from '#store/coach-store.ts'
import type { Tx } from '#store/db.ts'
import { listGroups, updateGroup } from '#store/group-store.ts'
import { type ClubMember, closeMembership } from '#store/role-store.ts'
import { closeTransfer, findPendingTransfer } from '#store/transfer-store.ts'
import { groupEvent } from '../group/group-event.ts'
import { transferEvent } from './transfer-event.ts'

/**
 * Ends everything that somebody is in a club: membership, groups, assignments on either side, an offer of the club to
 * them; the groups they own pass to `heirId`. The account, the activities and the notes stay. Gives the groups they left and what else is to be recorded.
 */
export async function endMembership(
  tx: Tx,
  member: ClubMember,
  heirId: AccountId,
  now: Instant,
): Promise<{ groupIds: string[]; events: DomainEvent[] }> {
  const { organizationId, accountId } = member
  const groupIds = await closeMembership(tx, member, now)
  await endAssignmentsOf(tx, organizationId, accountId, 'both', now)
  const events: DomainEvent[] = []
  for (const group of await listGroups(tx, organizationId)) {
    if (group.ownerId !== accountId) continue
    const passedOn = { ...group, ownerId: heirId, version: group.version + 1, updatedAt: now }
    await updateGroup(tx, passedOn)
    events.push(groupEvent('group.edited', group, passedOn))
  }
  const offer = await findPendingTransfer(tx, organizationId)
  if (offer?.toId !== accountId) return { groupIds, events }
  const withdrawn = { ...offer, state: 'withdrawn', answeredAt: now } as const
  await closeTransfer(tx, withdrawn)
  events.push(transferEvent('head-coach.withdrawn', offer, withdrawn))
  return { groupIds, events }
}
