import type { KnownBlock } from '@slack/types'
import { weekdayOf } from '#domain/calendar/local-day.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import type { MemberHome, OwnWeek } from '#domain/organization/home-card.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import { ATHLETE_ACTIONS, OWN_CHART } from './athlete-card.ts'
import { actions, button, context, section } from './blocks.ts'
import { qualitySection } from './data-quality.ts'
import { distanceText, durationText, paceText, totalDistanceText, type Units } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { count, GROUP_ACTIONS, groupMenu } from './group-card.ts'
import { HOME_ACTIONS } from './home-actions.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { PRIVACY_ACTIONS, switchesState } from './privacy-form.ts'
import { insightsSection } from './signals.ts'
import { todayAtHome } from './today.ts'

const GROUPS_SHOWN = 6
const RUNS_SHOWN = 4
/** Lines in one section, with room for its heading. */
const SECTION_CHARACTERS = 2_800

/** An athlete's own part of the Home tab: what to do today, what was done, and below what seldom changes. */
export function ownRunning(card: MemberHome, units: Units): KnownBlock[] {
  return [
    ...(card.today ? todayAtHome(card.today) : []),
    ...(card.week ? week(card.week, units) : []),
    ...insightsSection(card.insights ?? []),
    ...(card.week ? groups(card.week) : []),
    ...(card.privacy ? privacy(card.privacy) : []),
    ...(card.quality ? qualitySection(card.quality) : []),
  ]
}

function week(own: OwnWeek, units: Units): KnownBlock[] {
  const { runs, distanceCm, durationMs } = own
  const summary =
    runs.length === 0
      ? mrkdwn`No runs since Monday yet.`
      : mrkdwn`*${totalDistanceText(distanceCm, units)}* in *${durationText(durationMs)}*, ${count(runs.length, 'run')} since Monday.`
  const lines = fitLines(
    runs.slice(0, RUNS_SHOWN).map(run => runLine(run, units)),
    SECTION_CHARACTERS,
  )
  const more = runs.length > lines.length ? [mrkdwn`… and ${runs.length - lines.length} more`] : []
  return [
    section(joinMrkdwn([mrkdwn`*My week*`, summary, ...lines, ...more], '\n')),
    actions(
      'my-week',
      button(HOME_ACTIONS.logRun, 'Log a run', 'log', { style: 'primary' }),
      button(HOME_ACTIONS.runs, 'All my runs', 'runs'),
      button(ATHLETE_ACTIONS.chart, 'Send me the chart', OWN_CHART, {
        label: 'Send me twelve weeks of mine as a chart',
      }),
      button(HOME_ACTIONS.profile, 'My profile', 'profile'),
    ),
  ]
}

function groups(own: OwnWeek): KnownBlock[] {
  return [
    section(
      own.groups.length === 0 ? mrkdwn`*My groups*\nYou are in none yet.` : mrkdwn`*My groups*`,
      button(GROUP_ACTIONS.find, 'Find a group', 'find'),
    ),
    ...own.groups
      .slice(0, GROUPS_SHOWN)
      .map(({ group, isShared }) =>
        section(
          isShared
            ? mrkdwn`*${group.name}* · you share your runs`
            : mrkdwn`*${group.name}* · your runs stay private`,
          groupMenu(group, ['show', 'leaderboard', 'stats', isShared ? 'keepPrivate' : 'share', 'leave']),
        ),
      ),
    ...(own.groups.length > GROUPS_SHOWN
      ? [context(mrkdwn`… and ${own.groups.length - GROUPS_SHOWN} more: \`/astral group list\`.`)]
      : []),
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
  return mrkdwn`${weekdayName(weekdayOf(run.localOn)).slice(0, 3)} · ${run.name} · ${figures.map(unbroken).join(' · ')}`
}

/** A figure and its unit stay on one line of a phone. */
function unbroken(figure: string): string {
  return figure.replaceAll(' ', '\u00a0')
}
