import type { KnownBlock, Overflow } from '@slack/types'
import type { GroupCard, GroupListing, GroupMember } from '#domain/group/group-card.ts'
import { actions, button, confirm, context, header, option, section } from './blocks.ts'
import { fitLines } from './fit-lines.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

export const GROUP_ACTIONS = {
  show: 'group-show',
  edit: 'group-edit',
  delete: 'group-delete',
  share: 'group-share',
  keepPrivate: 'group-keep-private',
  menu: 'group-menu',
  ask: 'group-ask',
  withdraw: 'group-withdraw',
  leave: 'group-leave',
  restore: 'group-restore',
  undoMembers: 'group-undo-members',
  find: 'group-find',
  requests: 'group-requests',
  approve: 'group-approve',
  decline: 'group-decline',
  /** The same from a list, which is shown again afterwards. */
  listAsk: 'group-list-ask',
  listWithdraw: 'group-list-withdraw',
  listApprove: 'group-list-approve',
  listDecline: 'group-list-decline',
} as const

/** More names than this are counted instead of listed, so that a card fits with five members as with five hundred. */
const NAMES_SHOWN = 60
const GROUPS_SHOWN = 40
/** Characters of a list, and of names in a row, with room for the lines round them. */
const LIST_CHARACTERS = 2_800
const NAMES_CHARACTERS = 1_200

export function groupCard(card: GroupCard): Message {
  const { group } = card
  const channel = group.channelId === null ? '' : mrkdwn` · ${mentionChannel(group.channelId)}`
  const head = mrkdwn`*${group.name}* · ${group.privacy} · owner ${card.ownerName}${channel}`
  const about = group.description ? [mrkdwn`${group.description}`] : []
  const members = membersLine(card)
  const plans = groupPlanLines(card)
  const top = joinMrkdwn([head, ...about], '\n')
  const menu = card.members === null ? undefined : groupMenu(group, ['members', 'leaderboard', 'stats'])
  const blocks: KnownBlock[] = [section(top, menu), ...[members, ...plans].map(part => section(part))]
  const buttons = [...joiningButtons(card), ...sharingButtons(card), ...editButtons(card)]
  if (buttons.length > 0) blocks.push(actions('group-card', ...buttons))
  if (card.ownSharing !== null) blocks.push(context(sharingLine(card.ownSharing)))
  const text = joinMrkdwn([head, ...about, members, ...plans], '\n').mrkdwn
  return { text: shortenMrkdwn(text, LIMITS.messageText), blocks }
}

const PLANS_SHOWN = 6

function groupPlanLines({ plans = [] }: GroupCard): Mrkdwn[] {
  if (plans.length === 0) return []
  const lines = plans
    .slice(0, PLANS_SHOWN)
    .map(
      plan =>
        mrkdwn`• ${plan.title} · ${count(plan.weeks, 'week')} from ${plan.startOn} to ${plan.lastOn} · ${count(plan.athletes, 'athlete')}`,
    )
  const more = plans.length > lines.length ? [mrkdwn`… and ${plans.length - lines.length} more`] : []
  return [joinMrkdwn([mrkdwn`*Plans*`, ...lines, ...more], '\n')]
}

export function groupMembers(card: GroupCard): Message {
  if (card.members === null) return groupCard(card)
  const head = mrkdwn`*${card.group.name}*: ${count(activeMembers(card.members), 'member')}`
  const named = card.members
    .slice(0, NAMES_SHOWN)
    .map(member =>
      joinMrkdwn(
        [
          mrkdwn`• ${member.displayName}`,
          ...(member.status === 'active' ? [] : [mrkdwn`(${member.status})`]),
          ...(card.mayEdit ? [member.isShared ? mrkdwn`– shares` : mrkdwn`– private`] : []),
        ],
        ' ',
      ),
    )
  const lines = fitLines(named, LIST_CHARACTERS)
  const more = card.members.length - lines.length
  const all = [head, ...lines, ...(more > 0 ? [mrkdwn`… and ${more} more`] : [])]
  return {
    text: joinMrkdwn(all, '\n').mrkdwn,
    blocks: [section(joinMrkdwn(all, '\n'))],
  }
}

export function groupList(listing: GroupListing): Message {
  const totals = listing.totals
    ? [
        mrkdwn`*${count(listing.totals.totalAthletes, 'athlete')}* in the club, *${listing.totals.unassignedCount}* in no group.`,
      ]
    : []
  if (listing.groups.length === 0) {
    const none = listing.totals
      ? mrkdwn`There are no groups yet. \`/astral group create "Tuesday Track"\` makes one.`
      : mrkdwn`There are no groups you can see yet. Your coach can invite you into one.`
    return {
      text: joinMrkdwn([none, ...totals], '\n').mrkdwn,
      blocks: [none, ...totals].map(line => section(line)),
    }
  }
  const all = listing.groups
    .slice(0, GROUPS_SHOWN)
    .map(({ group, members, isMine }) =>
      joinMrkdwn(
        [
          mrkdwn`*${group.name}* · ${group.privacy} · ${count(members, 'member')}`,
          ...(isMine ? [mrkdwn`· you are in it`] : []),
        ],
        ' ',
      ),
    )
  const lines = fitLines(all, LIST_CHARACTERS)
  const shown = listing.groups.slice(0, lines.length)
  const more =
    listing.groups.length > shown.length
      ? [mrkdwn`… and ${listing.groups.length - shown.length} more: \`/astral group show "name"\``]
      : []
  return {
    text: joinMrkdwn([...lines, ...more, ...totals], '\n').mrkdwn,
    blocks: [
      header('Groups'),
      ...shown.map(({ group }, index) =>
        section(
          lines[index] ?? mrkdwn``,
          button(GROUP_ACTIONS.show, 'Show', group.id, { label: `Show ${group.name}` }),
        ),
      ),
      ...[...more, ...totals].map(line => context(line)),
    ],
  }
}

function membersLine(card: GroupCard): Mrkdwn {
  if (card.members === null) return outsideLine(card)
  if (card.members.length === 0) return mrkdwn`Nobody is in it yet.`
  const all = card.members.slice(0, NAMES_SHOWN).map(member => mrkdwn`${member.displayName}`)
  const names = fitLines(all, NAMES_CHARACTERS)
  const more = card.members.length - names.length
  return mrkdwn`${count(activeMembers(card.members), 'member')}: ${joinMrkdwn(names, ', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function outsideLine({ standing }: GroupCard): Mrkdwn {
  return standing.kind === 'asked'
    ? mrkdwn`You have asked to join; a coach answers, and you hear it from me.`
    : mrkdwn`You are not in this group. You can ask to join.`
}

/** Inactive and suspended members count in no total. */
function activeMembers(members: readonly GroupMember[]): number {
  return members.filter(member => member.status === 'active').length
}

/** What somebody does about being in it: ask, take that back, join, leave. */
function joiningButtons({ group, standing, handsOver }: GroupCard) {
  switch (standing.kind) {
    case 'may-ask':
      return [button(GROUP_ACTIONS.ask, 'Ask to join', group.id, { style: 'primary' })]
    case 'may-join':
      return [button(GROUP_ACTIONS.ask, 'Join', group.id)]
    case 'asked':
      return [button(GROUP_ACTIONS.withdraw, 'Take back my request', standing.requestId)]
    case 'member':
      return [leaveButton(group, handsOver)]
    case 'none':
      return []
  }
}

function leaveButton(group: { id: string; name: string }, handsOver: boolean) {
  return button(GROUP_ACTIONS.leave, 'Leave', group.id, {
    confirm: confirm(
      'Leave the group?',
      `You leave “${group.name}”. Posts of before stay.${handsOver ? ' You own it: the head coach takes it over.' : ''}`,
      'Leave',
      'Stay',
    ),
  })
}

function editButtons(card: GroupCard) {
  if (!card.mayEdit) return []
  const { group, openRequests } = card
  return [
    ...(openRequests === 0
      ? []
      : [button(GROUP_ACTIONS.requests, count(openRequests, 'request'), group.id, { style: 'primary' })]),
    button(GROUP_ACTIONS.edit, 'Edit', group.id),
    button(GROUP_ACTIONS.delete, 'Delete', group.id, {
      style: 'danger',
      confirm: confirm(
        'Delete the group?',
        `“${group.name}” goes for everybody; you can bring it back for ten minutes. Its athletes stay in the club, and past posts stay.`,
        'Delete',
        'Keep',
      ),
    }),
  ]
}

function sharingButtons(card: GroupCard) {
  if (card.ownSharing === null) return []
  return card.ownSharing
    ? [button(GROUP_ACTIONS.keepPrivate, 'Keep my runs private', card.group.id)]
    : [button(GROUP_ACTIONS.share, 'Share my runs here', card.group.id)]
}

function sharingLine(isShared: boolean): Mrkdwn {
  return isShared
    ? mrkdwn`You share your runs with this group.`
    : mrkdwn`Your runs stay between you and your coaches here.`
}

/** What the menu beside a group offers; Slack allows five at most. */
const MENU_WORDS = {
  show: 'Show',
  members: 'Members',
  leaderboard: 'Leaderboard',
  stats: 'Stats',
  edit: 'Edit',
  share: 'Share my runs here',
  keepPrivate: 'Keep my runs private',
  leave: 'Leave',
  delete: 'Delete',
} as const
export type GroupMenuVerb = keyof typeof MENU_WORDS
export const GROUP_MENU_VERBS = Object.keys(MENU_WORDS) as readonly GroupMenuVerb[]

export function groupMenu(group: { id: string }, verbs: readonly GroupMenuVerb[]): Overflow {
  return {
    type: 'overflow',
    action_id: GROUP_ACTIONS.menu,
    options: verbs.map(verb => option(MENU_WORDS[verb], `${verb}:${group.id}`)),
  }
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
