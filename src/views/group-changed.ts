import type { KnownBlock } from '@slack/types'
import type { Group } from '#domain/group/group.ts'
import { actions, button, context, section } from './blocks.ts'
import { someNames } from './bulk-words.ts'
import { GROUP_ACTIONS } from './group-card.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

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
  const text = mrkdwn`Deleted *${group.name}*. Its athletes are still in the club.`
  const hint = mrkdwn`You can bring it back for ten minutes, with its members and its weekly posts; nobody else gets its name until then.`
  return {
    text: `${text.mrkdwn} ${hint.mrkdwn}`,
    blocks: [
      section(text, button(GROUP_ACTIONS.restore, 'Undo', group.id, { label: `Bring back ${group.name}` })),
      context(hint),
    ],
  }
}

export function groupRestored(group: Group): Message {
  return words(mrkdwn`✓ *${group.name}* is back, with its members and its weekly posts.`)
}

export function channelTied(group: Group): Message {
  return words(
    group.channelId === null
      ? mrkdwn`*${group.name}* is tied to no channel now.`
      : mrkdwn`*${group.name}* is tied to ${mentionChannel(group.channelId)}. Whoever joins the group is offered the channel${group.privacy === 'public' ? ', and whoever joins the channel is offered the group' : ''}; nobody is moved.`,
  )
}

export function membersAdded(done: {
  group: Group
  changeId: string
  added: string[]
  alreadyIn: string[]
}): Message {
  const already = done.alreadyIn.length > 0 ? mrkdwn` Already there: ${someNames(done.alreadyIn)}.` : mrkdwn``
  return undoable(
    mrkdwn`Added to *${done.group.name}*: ${someNames(done.added)}. They get a direct message.${already}`,
    done.changeId,
  )
}

export function memberRemoved(done: { group: Group; changeId: string; name: string }): Message {
  return undoable(mrkdwn`Removed ${done.name} from *${done.group.name}*.`, done.changeId)
}

function undoable(text: Mrkdwn, changeId: string): Message {
  return {
    text: text.mrkdwn,
    blocks: [section(text, button(GROUP_ACTIONS.undoMembers, 'Undo', changeId))],
  }
}

export function membershipUndone(done: {
  group: Group
  kind: 'added' | 'removed'
  names: readonly string[]
}): Message {
  return words(
    done.kind === 'added'
      ? mrkdwn`✓ Taken back: no longer in *${done.group.name}*: ${someNames(done.names)}.`
      : mrkdwn`✓ Taken back: in *${done.group.name}* again as before: ${someNames(done.names)}.`,
  )
}

/** What somebody reads whom a coach put into a group. */
export function groupWelcome(welcome: {
  groupId: string
  groupName: string
  addedByName: string
  isShared: boolean
  /** The channel that the group is tied to. */
  channelId?: string | null
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
      actions('group-welcome', sharingChoice(welcome.groupId, welcome.isShared)),
      ...channelOffer(welcome.channelId ?? null),
      context(mrkdwn`\`/astral group show "${welcome.groupName}"\` shows the group.`),
    ],
  }
}

/** The other one of the two answers. */
export function sharingChoice(groupId: string, isShared: boolean) {
  return isShared
    ? button(GROUP_ACTIONS.keepPrivate, 'Keep my runs private', groupId)
    : button(GROUP_ACTIONS.share, 'Share my runs here', groupId)
}

/** The link to a group's channel: offered, and nothing more. */
export function channelOffer(channelId: string | null): KnownBlock[] {
  if (channelId === null) return []
  return [section(mrkdwn`The group talks in ${mentionChannel(channelId)}. Join it there if you like.`)]
}

export function sharingChanged(done: { group: Group; isShared: boolean }): Message {
  return words(
    done.isShared
      ? mrkdwn`✓ You share your runs with *${done.group.name}* now.`
      : mrkdwn`✓ Your runs stay between you and your coaches in *${done.group.name}* now.`,
  )
}
