import type { GroupDeedEvent, JoinRequestData } from '#domain/group/group-event.ts'
import { joinRequestKey } from '#domain/group/join-request.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** Who is told when somebody asks to join a group, is answered, is offered one, or gets one to lead. */
export function groupNoticesOf(event: GroupDeedEvent): Notice[] {
  switch (event.type) {
    case 'group.restored':
      return []
    case 'group.join-asked':
      return event.after ? asked(event.after) : []
    case 'group.join-answered':
      return event.after ? [...closed(event.after), answered(event.after)] : []
    case 'group.join-withdrawn':
      return event.after ? closed(event.after) : []
    case 'group.channel-offered':
      return (event.after ? [event.after] : []).map(({ accountId, channelId, kind, changeId }) => ({
        kind: 'group-offer',
        to: { accountId: accountId as AccountId },
        dedupeKey: `group-offer:${changeId}`,
        payload: { accountId, channelId, what: kind },
        keepsQuietHours: true,
      }))
    case 'group.owner-changed':
      return (event.after ? [event.after] : [])
        .filter(({ ownerId, by }) => ownerId !== by)
        .map(({ changeId, groupId, ownerId, by }) => ({
          kind: 'group-passed',
          to: { accountId: ownerId as AccountId },
          dedupeKey: `group-passed:${changeId}`,
          payload: { groupId, by },
        }))
  }
}

function asked({ requestId, approverIds }: JoinRequestData): Notice[] {
  return approverIds.map(approverId => ({
    kind: 'join-request',
    to: { accountId: approverId as AccountId },
    dedupeKey: joinRequestKey(requestId, approverId),
    payload: { requestId },
  }))
}

/** Each message that offered the answers loses its buttons and says how it ended. */
function closed({ requestId, messages }: JoinRequestData): Notice[] {
  return messages.map(({ outboxId, approverId }) => ({
    kind: 'join-request-closed',
    to: { accountId: approverId as AccountId },
    dedupeKey: `join-request-closed:${outboxId}`,
    payload: { requestId, outboxId },
  }))
}

function answered({ requestId, askerId }: JoinRequestData): Notice {
  return {
    kind: 'join-answer',
    to: { accountId: askerId as AccountId },
    dedupeKey: `join-answer:${requestId}`,
    payload: { requestId },
  }
}
