import { z } from 'zod'
import type { AccountId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import { findGroup, listGroupsOfChannel } from '#store/group-store.ts'
import { findOutboxRow } from '#store/outbox-store.ts'
import { listOwnSharing } from '#store/read/home-read.ts'
import { findJoinRequestCard } from '#store/read/join-request-card.ts'
import {
  groupPassed,
  groupsOffered,
  joinAnswered,
  joinRequestClosed,
  joinRequestReceived,
} from '#views/join-request.ts'
import { type Delivery, delivery } from './delivery.ts'

/** Lays a request before somebody who may answer it, unless somebody else has by now. */
const joinRequest = delivery({
  kind: 'join-request',
  payload: z.object({ requestId: z.string() }),
  async draw({ db, organizationId }, { requestId }) {
    const card = await findJoinRequestCard(db, organizationId, requestId)
    return card?.state === 'open' ? { kind: 'post', message: joinRequestReceived(card) } : 'skip'
  },
})

/** The message that laid it before them, once it is over. */
const joinRequestOver = delivery({
  kind: 'join-request-closed',
  payload: z.object({ requestId: z.string(), outboxId: z.string() }),
  async draw({ db, organizationId }, { requestId, outboxId }) {
    const post = await findOutboxRow(db, organizationId, outboxId)
    if (post?.posted_channel == null || post.posted_ts === null) return 'skip'
    const card = await findJoinRequestCard(db, organizationId, requestId)
    if (!card) return 'skip'
    return { kind: 'redraw', post, chart: null, message: () => joinRequestClosed(card) }
  },
})

/** Tells the asker, with what they share in the group as it stands when they read it. */
const joinAnswer = delivery({
  kind: 'join-answer',
  payload: z.object({ requestId: z.string() }),
  async draw({ db, organizationId }, { requestId }) {
    const card = await findJoinRequestCard(db, organizationId, requestId)
    if (!card) return 'skip'
    if (card.state === 'declined') return { kind: 'post', message: joinAnswered(card, null) }
    const isShared = (await listOwnSharing(db, organizationId, card.askerId)).get(card.groupId)
    if (card.state !== 'approved' || isShared === undefined) return 'skip'
    return { kind: 'post', message: joinAnswered(card, isShared) }
  },
})

/** What somebody who joined or left a channel may want to do about its groups, as things stand when it is sent. */
const groupOffer = delivery({
  kind: 'group-offer',
  payload: z.object({ accountId: z.string(), channelId: z.string(), what: z.enum(['join', 'leave']) }),
  async draw({ db, organizationId }, { accountId, channelId, what }) {
    const mine = await listOwnSharing(db, organizationId, accountId as AccountId)
    const groups = (await listGroupsOfChannel(db, organizationId, channelId)).filter(group =>
      what === 'leave' ? mine.has(group.id) : !mine.has(group.id) && group.privacy === 'public',
    )
    if (groups.length === 0) return 'skip'
    return { kind: 'post', message: groupsOffered({ kind: what, channelId, groups: groups.slice(0, 10) }) }
  },
})

const groupPassedOn = delivery({
  kind: 'group-passed',
  payload: z.object({ groupId: z.string(), by: z.string() }),
  async draw({ db, organizationId }, { groupId, by }) {
    const group = await findGroup(db, organizationId, groupId)
    if (!group) return 'skip'
    const byName = (await listAccounts(db, organizationId, [by])).get(by)?.displayName ?? 'Somebody'
    return { kind: 'post', message: groupPassed({ groupName: group.name, byName }) }
  },
})

export const joinRequestDeliveries: readonly Delivery[] = [
  joinRequest,
  joinRequestOver,
  joinAnswer,
  groupOffer,
  groupPassedOn,
]
