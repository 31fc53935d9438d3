import type { KnownBlock, Overflow } from '@slack/types'
import type { ClubAtAGlance } from '#domain/organization/home-card.ts'
import { actions, button, context, option, section } from './blocks.ts'
import { fitLines } from './fit-lines.ts'
import { count, GROUP_ACTIONS, groupMenu } from './group-card.ts'
import { HOME_ACTIONS, HOME_MORE } from './home-actions.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

const GROUPS_SHOWN = 6
const POSTS_SHOWN = 4
const NAMES_SHOWN = 5
const NAME_CHARACTERS = 60
/** Lines in one section, with room for its heading. */
const SECTION_CHARACTERS = 2_800

/** A coach's part of the Home tab: the club in a line, what is done most, the groups, and what waits. */
export function clubAtHome(club: ClubAtAGlance): KnownBlock[] {
  return [
    section(
      mrkdwn`*The club at a glance*\n*${club.totalAthletes}* athletes · *${club.activeThisWeek}* ran in the last 7 days · *${club.unassignedCount}* in no group`,
    ),
    actions(
      'club',
      button(HOME_ACTIONS.roster, 'Roster', 'roster', { style: 'primary' }),
      button(HOME_ACTIONS.leaderboard, 'Leaderboard', 'leaderboard'),
      button(HOME_ACTIONS.invite, 'Invite an athlete', 'invite'),
      button(HOME_ACTIONS.inviteByCode, 'Invite with a code', 'invite link'),
      button(HOME_ACTIONS.newGroup, 'New group', 'group'),
      more,
    ),
    ...waiting(club.pending),
    groupsHeading(club.openRequests),
    ...(club.groups.length === 0
      ? [section(mrkdwn`No groups yet. *New group* makes the first.`)]
      : club.groups
          .slice(0, GROUPS_SHOWN)
          .map(({ group, members }) =>
            section(
              mrkdwn`*${group.name}* · ${group.privacy} · ${count(members, 'member')}`,
              groupMenu(group, ['show', 'leaderboard', 'stats', 'edit', 'delete']),
            ),
          )),
    ...(club.groups.length > GROUPS_SHOWN
      ? [context(mrkdwn`… and ${club.groups.length - GROUPS_SHOWN} more: \`/astral group list\`.`)]
      : []),
    section(nextPosts(club)),
  ]
}

const more: Overflow = {
  type: 'overflow',
  action_id: HOME_ACTIONS.more,
  options: Object.entries(HOME_MORE).map(([value, label]) => option(label, value)),
}

/** Invitations that nobody has answered yet, in one line. */
function waiting(pending: ClubAtAGlance['pending']): KnownBlock[] {
  if (pending.length === 0) return []
  const names = pending.slice(0, NAMES_SHOWN).map(({ name }) => shorten(name, NAME_CHARACTERS))
  const rest = pending.length > names.length ? ` and ${pending.length - names.length} more` : ''
  return [
    section(
      mrkdwn`*Waiting for an answer:* ${names.join(', ')}${rest}`,
      button(HOME_ACTIONS.invitations, 'Invitations', 'invitations'),
    ),
  ]
}

function groupsHeading(openRequests: number): KnownBlock {
  if (openRequests === 0) return section(mrkdwn`*Groups*`)
  return section(
    mrkdwn`*Groups* · ${openRequests === 1 ? 'one athlete asks' : `${openRequests} athletes ask`} to join`,
    button(GROUP_ACTIONS.requests, 'Answer', 'requests', {
      style: 'primary',
      label: 'Answer who asks to join',
    }),
  )
}

function nextPosts(club: ClubAtAGlance): Mrkdwn {
  if (club.nextPosts.length === 0) {
    return mrkdwn`*Next posts*\nNone. \`/astral schedule\` sets a weekly leaderboard.`
  }
  const lines = club.nextPosts
    .slice(0, POSTS_SHOWN)
    .map(({ groupName, channelId, dueAt }) =>
      dueAt === null
        ? mrkdwn`• ${groupName} in ${mentionChannel(channelId)}: paused`
        : mrkdwn`• ${groupName} in ${mentionChannel(channelId)}: ${whenInWords(dueAt, club.zone)}`,
    )
  const rest = club.nextPosts.length - lines.length
  const more = rest > 0 ? [mrkdwn`… and ${rest} more: \`/astral schedule list\``] : []
  return joinMrkdwn([mrkdwn`*Next posts*`, ...fitLines(lines, SECTION_CHARACTERS), ...more], '\n')
}

function whenInWords(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
