import type { KnownBlock } from '@slack/types'
import type { Group } from '#domain/group/group.ts'
import type { JoinAnswer, JoinRequestCard, JoinRequestLine } from '#domain/group/join-request.ts'
import { actions, button, context, header, section } from './blocks.ts'
import { GROUP_ACTIONS } from './group-card.ts'
import { channelOffer, sharingChoice } from './group-changed.ts'
import { type Message, words } from './message.ts'
import { type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

const LISTED = 20

/** What a coach and the group's owner read when somebody asks to join. */
export function joinRequestReceived(card: JoinRequestCard): Message {
  const text = asks(card)
  const hint = mrkdwn`The first answer counts for every coach. Somebody who is declined can ask again after a week.`
  return {
    text: text.mrkdwn,
    blocks: [
      section(text),
      actions(
        'join-request',
        button(GROUP_ACTIONS.approve, 'Approve', card.requestId, { style: 'primary' }),
        button(GROUP_ACTIONS.decline, 'Decline', card.requestId),
      ),
      context(hint),
    ],
  }
}

/** The same message once it is answered: the buttons give way to how it ended, and by whom. */
export function joinRequestClosed(card: JoinRequestCard): Message {
  const who = card.answeredByName ?? 'a coach'
  const ended = {
    approved: mrkdwn`✓ ${who} approved it.`,
    declined: mrkdwn`${who} declined it.`,
    withdrawn: mrkdwn`They took their request back.`,
    open: mrkdwn`It waits for an answer.`,
  }[card.state]
  return {
    text: `${asks(card).mrkdwn} ${ended.mrkdwn}`,
    blocks: [section(asks(card)), context(ended)],
  }
}

function asks(card: Pick<JoinRequestLine, 'askerName' | 'groupName'>): Mrkdwn {
  return mrkdwn`*${card.askerName}* asks to join *${card.groupName}*.`
}

/** What whoever answered reads at once. */
export function joinRequestAnswered(done: { group: Group; askerName: string; answer: JoinAnswer }): Message {
  return words(
    done.answer === 'approved'
      ? mrkdwn`✓ ${done.askerName} is in *${done.group.name}* now. They hear it from me, and choose what they share there.`
      : mrkdwn`You declined that ${done.askerName} joins *${done.group.name}*. They hear it from me, and can ask again after a week.`,
  )
}

/** What the asker hears; `isShared` is what they share with the group as it stands, null when they are not in it. */
export function joinAnswered(card: JoinRequestCard, isShared: boolean | null): Message {
  if (isShared === null) {
    return words(
      mrkdwn`Your request to join *${card.groupName}* was declined. Talk to a coach if you wonder why; after a week you can ask again.`,
    )
  }
  const text = mrkdwn`*${card.answeredByName ?? 'A coach'}* approved your request: you are in *${card.groupName}* now.`
  const sharing = isShared
    ? mrkdwn`You share your runs with this group, as you chose before.`
    : mrkdwn`Your runs stay between you and your coaches here, as you chose before.`
  return {
    text: `${text.mrkdwn} ${sharing.mrkdwn}`,
    blocks: [
      section(text),
      section(sharing),
      actions('join-answer', sharingChoice(card.groupId, isShared)),
      ...channelOffer(card.channelId),
    ],
  }
}

/** Requests that wait, each with its two answers; `note` says what the last press did. */
export function joinRequestList(lines: readonly JoinRequestLine[], note: Mrkdwn | null = null): Message {
  const above: KnownBlock[] = note ? [section(note)] : []
  if (lines.length === 0) {
    const none = mrkdwn`Nobody waits for an answer.`
    return { text: note ? `${note.mrkdwn} ${none.mrkdwn}` : none.mrkdwn, blocks: [...above, section(none)] }
  }
  const shown = lines.slice(0, LISTED)
  const more = lines.length - shown.length
  return {
    text: [...(note ? [note] : []), ...shown.map(asks)]
      .map(line => line.mrkdwn)
      .join('\n')
      .slice(0, 3_900),
    blocks: [
      header('Asking to join'),
      ...above,
      ...shown.flatMap(line => [
        section(asks(line)),
        actions(
          `join-request-${line.requestId}`,
          button(GROUP_ACTIONS.listApprove, 'Approve', line.requestId, {
            style: 'primary',
            label: `Approve ${line.askerName}`,
          }),
          button(GROUP_ACTIONS.listDecline, 'Decline', line.requestId, {
            label: `Decline ${line.askerName}`,
          }),
        ),
      ]),
      ...(more > 0 ? [context(mrkdwn`More wait: answer these first.`)] : []),
    ],
  }
}

/** What the asker reads at once. */
export function askedToJoin(
  asked:
    | { kind: 'asked'; group: Group; request: { id: string }; isNew: boolean }
    | { kind: 'joined'; group: Group; isShared: boolean },
): Message {
  if (asked.kind === 'joined') {
    const text = mrkdwn`✓ You are in *${asked.group.name}* now.`
    return {
      text: text.mrkdwn,
      blocks: [
        section(text),
        actions('joined', sharingChoice(asked.group.id, asked.isShared)),
        ...channelOffer(asked.group.channelId),
      ],
    }
  }
  const text = asked.isNew
    ? mrkdwn`✓ Asked to join *${asked.group.name}*. A coach answers, and you hear it from me.`
    : mrkdwn`You have asked to join *${asked.group.name}* already. A coach answers, and you hear it from me.`
  return {
    text: text.mrkdwn,
    blocks: [section(text, button(GROUP_ACTIONS.withdraw, 'Take it back', asked.request.id))],
  }
}

export function requestWithdrawn({ groupName }: { groupName: string }): Message {
  return words(mrkdwn`✓ Taken back: you do not ask to join *${groupName}* any more.`)
}

export function groupLeft({ group, newOwnerName }: { group: Group; newOwnerName: string | null }): Message {
  const passed = newOwnerName === null ? '' : mrkdwn` *${newOwnerName}* owns it now.`
  const channel =
    group.channelId === null
      ? ''
      : mrkdwn` Its channel ${mentionChannel(group.channelId)} is yours to leave or to stay in.`
  return words(mrkdwn`You left *${group.name}*. Posts of before stay.${passed}${channel}`)
}

/** Asks once more, where a press alone does not. */
export function leaveConfirmation(group: Group, isOwner: boolean): Message {
  const text = isOwner
    ? mrkdwn`Leave *${group.name}*? You own it: the head coach takes it over. Posts of before stay.`
    : mrkdwn`Leave *${group.name}*? Posts of before stay.`
  return {
    text: text.mrkdwn,
    blocks: [
      section(text),
      actions(
        'leave-group',
        button(GROUP_ACTIONS.leave, 'Leave', group.id, { style: 'danger' }),
        button(GROUP_ACTIONS.show, 'Stay', group.id),
      ),
    ],
  }
}

/** What somebody reads who came into a channel that groups are tied to, or left it. */
export function groupsOffered(offer: {
  kind: 'join' | 'leave'
  channelId: string
  groups: readonly { id: string; name: string; description: string }[]
}): Message {
  const text =
    offer.kind === 'join'
      ? mrkdwn`You joined ${mentionChannel(offer.channelId)}. In the club it belongs to:`
      : mrkdwn`You left ${mentionChannel(offer.channelId)}. In the club you are still in:`
  const names = offer.groups.map(group => mrkdwn`*${group.name}*`)
  return {
    text: [text, ...names].map(line => line.mrkdwn).join(' '),
    blocks: [
      section(text),
      ...offer.groups.map(group =>
        section(
          group.description && offer.kind === 'join'
            ? mrkdwn`*${group.name}*\n${group.description}`
            : mrkdwn`*${group.name}*`,
          offer.kind === 'join'
            ? button(GROUP_ACTIONS.ask, 'Ask to join', group.id, { label: `Ask to join ${group.name}` })
            : button(GROUP_ACTIONS.leave, 'Leave the group', group.id, { label: `Leave ${group.name}` }),
        ),
      ),
      context(mrkdwn`Nothing happens unless you press. You are asked this once for this channel.`),
    ],
  }
}

export function groupPassed({ groupName, byName }: { groupName: string; byName: string }): Message {
  return words(
    mrkdwn`*${byName}* handed you the group *${groupName}*: you own it now, may edit it and its members, and hear who asks to join. \`/astral group show "${groupName}"\` shows it.`,
  )
}
