import type { Group } from '#domain/group/group.ts'
import { actions, button, context, section } from './blocks.ts'
import { GROUP_ACTIONS } from './group-card.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'

export function groupEdited(group: Group): Message {
  return words(mrkdwn`Saved *${group.name}* (${group.privacy}).`)
}

export function groupEditedModal(group: Group): ModalView {
  return modalView({
    callbackId: 'group-edited',
    title: 'Saved',
    blocks: [section(mrkdwn`Saved *${group.name}* (${group.privacy}).`)],
  })
}

export function groupDeleted(group: Group): Message {
  return words(mrkdwn`Deleted *${group.name}*. Its athletes are still in the club.`)
}

export function membersAdded(done: { group: Group; added: string[]; alreadyIn: string[] }): Message {
  const already = done.alreadyIn.length > 0 ? mrkdwn` Already there: ${done.alreadyIn.join(', ')}.` : mrkdwn``
  return words(
    mrkdwn`Added to *${done.group.name}*: ${done.added.join(', ')}. They get a direct message.${already}`,
  )
}

export function memberRemoved(done: { group: Group; name: string }): Message {
  return words(mrkdwn`Removed ${done.name} from *${done.group.name}*.`)
}

/** What somebody reads whom a coach put into a group. */
export function groupWelcome(welcome: {
  groupId: string
  groupName: string
  addedByName: string
  isShared: boolean
}): Message {
  const text = mrkdwn`*${welcome.addedByName}* added you to *${welcome.groupName}*.`
  const sharing = welcome.isShared
    ? mrkdwn`As you chose when you joined, you share your runs with your groups; this one included.`
    : mrkdwn`As you chose when you joined, your runs stay between you and your coaches.`
  return {
    text: `${text.mrkdwn} ${sharing.mrkdwn}`,
    blocks: [
      section(text),
      section(sharing),
      actions(
        'group-welcome',
        welcome.isShared
          ? button(GROUP_ACTIONS.keepPrivate, 'Keep my runs private', welcome.groupId)
          : button(GROUP_ACTIONS.share, 'Share my runs here', welcome.groupId),
      ),
      context(mrkdwn`\`/astral group show "${welcome.groupName}"\` shows the group.`),
    ],
  }
}

export function sharingChanged(done: { group: Group; isShared: boolean }): Message {
  return words(
    done.isShared
      ? mrkdwn`✓ You share your runs with *${done.group.name}* now.`
      : mrkdwn`✓ Your runs stay between you and your coaches in *${done.group.name}* now.`,
  )
}
