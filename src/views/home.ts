import type { KnownBlock } from '@slack/types'
import { weekdayOf } from '#domain/calendar/local-day.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import type {
  ClubAtAGlance,
  HomeCard,
  MemberHome,
  OwnWeek,
  StrangerHome,
} from '#domain/organization/home-card.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import { actions, button, context, divider, fields, header, section } from './blocks.ts'
import { qualitySection } from './data-quality.ts'
import { distanceText, durationText, paceText, totalDistanceText, type Units } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { count, GROUP_ACTIONS, groupMenu } from './group-card.ts'
import type { HomeView } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { PRIVACY_ACTIONS, switchesState } from './privacy-form.ts'
import { attentionSection, insightsSection } from './signals.ts'
import { todayAtHome } from './today.ts'

/** Action ids of the Home tab's own buttons. */
export const HOME_ACTIONS = {
  logRun: 'home-log-run',
  runs: 'home-runs',
  profile: 'home-profile',
  roster: 'home-roster',
  newGroup: 'home-new-group',
  invite: 'home-invite',
  inviteByCode: 'home-invite-by-code',
  invitations: 'home-invitations',
  join: 'home-join',
  leaderboard: 'home-leaderboard',
  schedule: 'home-schedule',
  audit: 'home-audit',
} as const

const GROUPS_SHOWN = 15
const ROWS_SHOWN = 8
/** Lines in one section, with room for its heading. */
const SECTION_CHARACTERS = 2_900

export function home(card: HomeCard, units: Units = 'km'): HomeView {
  return { type: 'home', blocks: card.kind === 'stranger' ? stranger(card) : member(card, units) }
}

function stranger(card: StrangerHome): KnownBlock[] {
  const who =
    card.headCoachName === null
      ? mrkdwn`Nobody leads a club here yet. Whoever started Astral has a one-time code: they type \`/astral claim CODE\` and are head coach.`
      : mrkdwn`To join *${card.clubName ?? 'the club'}*, ask *${card.headCoachName}* or another coach to invite you, or for a code. You will get a direct message and choose yourself what you share.`
  return [
    header('Welcome to Astral'),
    section(
      mrkdwn`Astral helps a running club live in Slack: coaches make training groups, athletes log runs with one line or a dropped watch file, and the week ends with a leaderboard. Nothing of yours is shown to anybody unless you say so.`,
    ),
    section(
      who,
      card.headCoachName === null ? undefined : button(HOME_ACTIONS.join, 'Join with a code', 'join'),
    ),
  ]
}

function member(card: MemberHome, units: Units): KnownBlock[] {
  return [
    header(card.clubName),
    ...(card.isDemo
      ? [context(mrkdwn`This is a demo club: every person and every run in it is invented.`)]
      : []),
    ...(card.isSuspended
      ? [
          section(
            mrkdwn`Your membership is suspended: you can read your own runs and decide over your data. Ask your head coach.`,
          ),
        ]
      : []),
    ...(card.today ? todayAtHome(card.today) : []),
    ...(card.week ? ownWeek(card.week, units) : []),
    ...insightsSection(card.insights ?? []),
    ...(card.privacy ? privacy(card.privacy) : []),
    ...(card.quality ? qualitySection(card.quality) : []),
    ...(card.week && card.club ? [divider] : []),
    ...(card.attention ? attentionSection(card.attention, units) : []),
    ...(card.club ? clubAtAGlance(card.club) : []),
    context(mrkdwn`\`/astral help\` shows everything you can do.`),
  ]
}

function ownWeek(week: OwnWeek, units: Units): KnownBlock[] {
  const summary =
    week.runs.length === 0
      ? mrkdwn`No runs since Monday yet.`
      : mrkdwn`*${totalDistanceText(week.distanceCm, units)}* in *${durationText(week.durationMs)}*, ${count(week.runs.length, 'run')} since Monday.`
  return [
    section(mrkdwn`*My week*\n${summary}`),
    ...(week.runs.length === 0
      ? []
      : [
          section(
            joinMrkdwn(
              fitLines(
                week.runs.slice(0, ROWS_SHOWN).map(run => runLine(run, units)),
                SECTION_CHARACTERS,
              ),
              '\n',
            ),
          ),
        ]),
    actions(
      'my-week',
      button(HOME_ACTIONS.logRun, 'Log a run', 'log', { style: 'primary' }),
      button(HOME_ACTIONS.runs, 'All my runs', 'runs'),
      button(HOME_ACTIONS.profile, 'My profile', 'profile'),
    ),
    section(
      week.groups.length === 0 ? mrkdwn`*My groups*\nYou are in none yet.` : mrkdwn`*My groups*`,
      button(GROUP_ACTIONS.find, 'Find a group', 'find'),
    ),
    ...week.groups
      .slice(0, GROUPS_SHOWN)
      .map(({ group, isShared }) =>
        section(
          isShared
            ? mrkdwn`*${group.name}* · you share your runs`
            : mrkdwn`*${group.name}* · your runs stay private`,
          groupMenu(group, ['show', 'leaderboard', 'stats', isShared ? 'keepPrivate' : 'share', 'leave']),
        ),
      ),
  ]
}

function privacy(switches: PrivacySwitches): KnownBlock[] {
  const state = mrkdwn`*Privacy*\n${switchesState(switches)}`
  return [section(state, button(PRIVACY_ACTIONS.open, 'Privacy', 'open'))]
}

function runLine(run: OwnWeek['runs'][number], units: Units): Mrkdwn {
  const pace = paceText(run.distanceCm, run.durationMs, units)
  const figures = [
    ...(run.distanceCm === null ? [] : [distanceText(run.distanceCm, units)]),
    durationText(run.durationMs),
    ...(pace === null ? [] : [pace]),
  ]
  return mrkdwn`${weekdayName(weekdayOf(run.localOn)).slice(0, 3)} · ${run.name} · ${figures.join(' · ')}`
}

function clubAtAGlance(club: ClubAtAGlance): KnownBlock[] {
  return [
    section(mrkdwn`*The club at a glance*`),
    fields(
      mrkdwn`*${club.totalAthletes}* athletes`,
      mrkdwn`*${club.activeThisWeek}* ran in the last 7 days`,
      mrkdwn`*${club.unassignedCount}* in no group`,
      mrkdwn`*${club.pending.length}* invitations wait`,
    ),
    actions(
      'club',
      button(HOME_ACTIONS.roster, 'Roster', 'roster', { style: 'primary' }),
      button(HOME_ACTIONS.invite, 'Invite an athlete', 'invite'),
      button(HOME_ACTIONS.inviteByCode, 'Invite with a code', 'invite link'),
      button(HOME_ACTIONS.invitations, 'Invitations', 'invitations'),
      button(HOME_ACTIONS.newGroup, 'New group', 'group'),
      button(HOME_ACTIONS.leaderboard, 'Leaderboard', 'leaderboard'),
      button(HOME_ACTIONS.schedule, 'Schedule', 'schedule'),
      button(HOME_ACTIONS.audit, 'Audit', 'audit'),
    ),
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
    ...moreLine(club.groups.length, GROUPS_SHOWN, mrkdwn`\`/astral group list\` shows all.`),
    ...waiting(club.pending),
    section(nextPosts(club)),
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

function waiting(pending: ClubAtAGlance['pending']): KnownBlock[] {
  if (pending.length === 0) return []
  const all = pending
    .slice(0, ROWS_SHOWN)
    .map(({ name, groupName }) =>
      groupName === null ? mrkdwn`• ${name}` : mrkdwn`• ${name}, into ${groupName}`,
    )
  const lines = fitLines(all, SECTION_CHARACTERS)
  return [
    section(joinMrkdwn([mrkdwn`*Waiting for an answer*`, ...lines], '\n')),
    ...moreLine(pending.length, lines.length, mrkdwn``),
  ]
}

function nextPosts(club: ClubAtAGlance): Mrkdwn {
  if (club.nextPosts.length === 0) {
    return mrkdwn`*Next posts*\nNone. *Schedule* sets a weekly leaderboard.`
  }
  const lines = club.nextPosts
    .slice(0, ROWS_SHOWN)
    .map(({ groupName, channelId, dueAt }) =>
      dueAt === null
        ? mrkdwn`• ${groupName} in ${mentionChannel(channelId)}: paused`
        : mrkdwn`• ${groupName} in ${mentionChannel(channelId)}: ${whenInWords(dueAt, club.zone)}`,
    )
  return joinMrkdwn([mrkdwn`*Next posts*`, ...lines], '\n')
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

function moreLine(total: number, shown: number, hint: Mrkdwn): KnownBlock[] {
  return total > shown ? [context(mrkdwn`… and ${total - shown} more. ${hint}`)] : []
}
