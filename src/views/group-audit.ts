import type { DomainEvent } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'
import { count } from './group-card.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

type GroupDeed = Extract<
  DomainEvent,
  {
    type:
      | 'group.members-added'
      | 'group.members-removed'
      | 'group.restored'
      | 'group.join-asked'
      | 'group.join-answered'
      | 'group.join-withdrawn'
      | 'group.channel-offered'
      | 'group.owner-changed'
  }
>

/** What was done to a group's members, and who asked to be one, as a line of the audit. */
export function groupDeedInWords(
  event: Pick<GroupDeed, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
): Mrkdwn {
  const { type, before, after } = event as GroupDeed
  switch (type) {
    case 'group.members-added':
      return added(after, name)
    case 'group.members-removed':
      return removed(before, name)
    case 'group.restored':
      return mrkdwn`brought back the group “${after?.name ?? ''}”`
    case 'group.join-asked':
      return mrkdwn`asked to join “${after?.groupName ?? ''}”`
    case 'group.join-answered':
      return after?.state === 'approved'
        ? mrkdwn`let ${name(after.askerId)} join “${after.groupName}”`
        : mrkdwn`declined that ${name(after?.askerId)} joins “${after?.groupName ?? ''}”`
    case 'group.join-withdrawn':
      return mrkdwn`no longer asks to join “${after?.groupName ?? ''}”`
    case 'group.channel-offered':
      return after?.kind === 'leave'
        ? mrkdwn`left a channel, and was offered to leave ${count(after.groupIds.length, 'group')}`
        : mrkdwn`joined a channel, and was offered ${count(after?.groupIds.length ?? 0, 'group')}`
    case 'group.owner-changed':
      return mrkdwn`made ${name(after?.ownerId)} the owner of “${after?.groupName ?? ''}”`
  }
}

type Members = Extract<DomainEvent, { type: 'group.members-added' }>['after']

function added(data: Members, name: (id: string | undefined) => string): Mrkdwn {
  const who = mrkdwn`${(data?.memberIds ?? []).map(name).join(', ')}`
  const group = data?.groupName ?? ''
  if (data?.how === 'undone') return mrkdwn`put ${who} back into “${group}”, as an undo`
  if (data?.how === 'asked') return mrkdwn`added ${who} to “${group}”, as asked for`
  return mrkdwn`added ${who} to “${group}”`
}

function removed(data: Members, name: (id: string | undefined) => string): Mrkdwn {
  const who = mrkdwn`${(data?.memberIds ?? []).map(name).join(', ')}`
  const group = data?.groupName ?? ''
  if (data?.how === 'undone') return mrkdwn`took ${who} out of “${group}” again, as an undo`
  if (data?.how === 'left') return mrkdwn`left “${group}”`
  return mrkdwn`removed ${who} from “${group}”`
}

type Compared = Pick<Group, 'name' | 'description' | 'privacy' | 'ownerId'> & { channelId?: string | null }

/** What an edit changed, after a colon; nothing where it changed nothing. */
export function groupChangesInWords(before: Compared | null, after: Compared | null): Mrkdwn {
  if (!before || !after) return mrkdwn``
  const channel = after.channelId ?? null
  const parts = [
    ...(before.name === after.name ? [] : [mrkdwn`name → “${after.name}”`]),
    ...(before.privacy === after.privacy ? [] : [mrkdwn`${before.privacy} → ${after.privacy}`]),
    ...(before.description === after.description ? [] : [mrkdwn`description`]),
    ...(before.ownerId === after.ownerId ? [] : [mrkdwn`owner`]),
    ...((before.channelId ?? null) === channel
      ? []
      : [channel === null ? mrkdwn`no channel` : mrkdwn`channel → ${mentionChannel(channel)}`]),
  ]
  return parts.length === 0 ? mrkdwn`` : mrkdwn`: ${joinMrkdwn(parts, ', ')}`
}
