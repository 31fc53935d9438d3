import type { Group } from '#domain/group/group.ts'
import { actions, button, section } from './blocks.ts'
import { count, GROUP_ACTIONS } from './group-card.ts'
import type { Message } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Asks once more before a group goes. */
export function deleteGroupConfirmation(group: Group, members: number): Message {
  const text = mrkdwn`Delete *${group.name}* (${count(members, 'member')})? It goes for everybody; you can bring it back for ten minutes. Its athletes stay in the club, and past posts stay.`
  return {
    text: text.mrkdwn,
    blocks: [
      section(text),
      actions(
        'delete-group',
        button(GROUP_ACTIONS.delete, 'Delete the group', group.id, { style: 'danger' }),
        button(GROUP_ACTIONS.show, 'Keep it', group.id),
      ),
    ],
  }
}
