import type { EventOf } from '#domain/event.ts'
import type { Group } from './group.ts'
import type { JoinRequestState } from './join-request.ts'

export type JoinRequestData = {
  requestId: string
  groupId: string
  groupName: string
  askerId: string
  state: JoinRequestState
  /** Who is asked to answer; of a new request. */
  approverIds: string[]
  /** Messages that still offer the answers, by the id of their outbox row; of one that is over. */
  messages: { outboxId: string; approverId: string }[]
}

export type GroupOfferData = {
  changeId: string
  accountId: string
  channelId: string
  kind: 'join' | 'leave'
  groupIds: string[]
}

/** The group passed to somebody who had not asked for it, and is told. */
export type GroupPassedData = {
  changeId: string
  groupId: string
  groupName: string
  ownerId: string
  by: string
}

export type GroupDeedEvent =
  | EventOf<'group.restored', Group>
  | EventOf<'group.join-asked' | 'group.join-answered' | 'group.join-withdrawn', JoinRequestData>
  | EventOf<'group.channel-offered', GroupOfferData>
  | EventOf<'group.owner-changed', GroupPassedData>
