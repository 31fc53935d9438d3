import type { DomainEvent } from '#domain/event.ts'
import { maySeeGroup } from '#domain/group/group-access.ts'
import { mayAskAgain } from '#domain/group/join-request.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listGroupIdsOf } from '#store/group-membership-store.ts'
import { insertGroupOffer } from '#store/group-offer-store.ts'
import { listOwnJoinRequests } from '#store/group-request-store.ts'
import { listGroupsOfChannel } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type ChannelPassed = { channelId: string; kind: 'join' | 'leave' }

/**
 * Somebody came into a channel or left it: they are offered to ask for the groups tied to it, or to leave them. Once a
 * person and channel; never a private group they are not in, and nothing to those who are not athletes of the club.
 */
export async function offerByChannel(
  { tx, actor, now, newId }: UnitOfWork,
  { channelId, kind }: ChannelPassed,
): Promise<Result<Done<{ isOffered: boolean }>, never>> {
  const none = ok({ value: { isOffered: false }, events: [] })
  if (actor.kind !== 'member' || actor.status !== 'active' || !actor.roles.has('athlete')) return none
  const { organizationId, accountId } = actor
  const tied = await listGroupsOfChannel(tx, organizationId, channelId)
  if (tied.length === 0) return none
  const mine = await listGroupIdsOf(tx, organizationId, accountId)
  const asked = await listOwnJoinRequests(tx, organizationId, accountId)
  const offered = tied.filter(group => {
    if (kind === 'leave') return mine.has(group.id)
    const last = asked.get(group.id)
    const mayAsk = last?.state !== 'open' && mayAskAgain(last, now).ok
    return !mine.has(group.id) && mayAsk && maySeeGroup(actor, group, false)
  })
  if (offered.length === 0) return none
  const isFirst = await insertGroupOffer(tx, { organizationId, accountId, channelId, kind, offeredAt: now })
  if (!isFirst) return none
  const event: DomainEvent = {
    type: 'group.channel-offered',
    organizationId,
    target: { kind: 'member', id: accountId },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: null,
    after: {
      changeId: newId<string>(),
      accountId,
      channelId,
      kind,
      groupIds: offered.map(group => group.id),
    },
  }
  return ok({ value: { isOffered: true }, events: [event] })
}
