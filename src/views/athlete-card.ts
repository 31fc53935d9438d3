import type { KnownBlock } from '@slack/types'
import type { ActivitySource } from '#domain/activity/activity.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { ConnectedSource } from '#domain/connection/connection.ts'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import type { AthleteCard } from '#domain/roster/roster-card.ts'
import { type LocalDay, zone } from '#kernel/instant.ts'
import { measuresText, subTypeText } from './activity-words.ts'
import { actions, button, confirm, context, divider, option, plain, section } from './blocks.ts'
import { SOURCE_NAMES } from './connection-words.ts'
import { qualityLine } from './data-quality.ts'
import { dayText, paceText, totalDistanceText, type Units } from './figures.ts'
import { KEPT_WEEK } from './kept-words.ts'
import { LIMITS } from './limits.ts'
import { type Message, type ModalView, words } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { METRIC_ACTIONS } from './paces.ts'
import { runningPlanText } from './plan-text.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { findingInWords } from './signal-words.ts'
import { trainingStateText } from './training-state.ts'

export const ATHLETE_ACTIONS = {
  edit: 'athlete-edit',
  note: 'athlete-note',
  status: 'athlete-status',
  remove: 'athlete-remove',
  chart: 'athlete-chart',
} as const

/** What the chart button carries for one's own. */
export const OWN_CHART = 'own'

const BAR_MOST = 14
const GROUPS_CHARACTERS = 500
const NOTE_SHOWN = 300
/** Characters of each part after escaping, so that a card fits whatever people are called. */
const PLANS_SHOWN = 4
const PART = { head: 400, facts: 1_800, recent: 1_500, note: 500, noticed: 1_200 } as const

const SOURCES: Record<ActivitySource, string> = {
  line: 'typed lines',
  form: 'the form',
  fit: 'FIT files',
  gpx: 'GPX files',
  tcx: 'TCX files',
  'apple-health': 'Apple Health',
  strava: 'Strava',
  'strava-export': 'Strava’s export',
}

/** An athlete's profile, for the coach who asked alone. */
export function athleteCard(card: AthleteCard, units: Units = 'km'): Message {
  const lines = [...headLines(card, units), ...runLines(card, units), ...noteLines(card)]
  return {
    text: shortenMrkdwn(joinMrkdwn(lines, '\n').mrkdwn, LIMITS.messageText),
    blocks: cardBlocks(card, units),
  }
}

export function athleteCardModal(card: AthleteCard, units: Units = 'km'): ModalView {
  return modalView({ callbackId: 'athlete-card', title: 'Athlete', blocks: cardBlocks(card, units) })
}

export function athleteRemoved(removed: { name: string; groups: number }): Message {
  return words(
    mrkdwn`Removed ${removed.name} from the club. Their account, their runs and past posts stay; \`/astral invite\` asks them back.`,
  )
}

export function athleteRemovedModal(removed: { name: string; groups: number }): ModalView {
  return modalView({
    callbackId: 'athlete-removed',
    title: 'Removed',
    blocks: athleteRemoved(removed).blocks,
  })
}

function cardBlocks(card: AthleteCard, units: Units): KnownBlock[] {
  return [
    ...headLines(card, units).map(line => section(line)),
    ...buttons(card),
    ...planButtons(card),
    divider,
    ...runLines(card, units).map(line => section(line)),
    ...(card.weeks.some(week => week.distanceCm > 0)
      ? [
          actions(
            'athlete-chart',
            button(ATHLETE_ACTIONS.chart, 'Send me the chart', card.accountId),
            ...(card.training && card.training.form.fitness > 0
              ? [button(METRIC_ACTIONS.loadPicture, 'Send me the load chart', card.accountId)]
              : []),
          ),
        ]
      : []),
    divider,
    ...noteLines(card).map(line => section(line)),
    context(mrkdwn`Level, labels and notes are for coaches alone.`),
  ]
}

function headLines(card: AthleteCard, units: Units): Mrkdwn[] {
  const inSlack = card.name === card.slackName ? mrkdwn`` : mrkdwn` (${card.slackName} in Slack)`
  const labels = card.labels.map(label => `@${label}`).join(' ')
  const facts = [
    mrkdwn`Level: ${card.memberLevel ?? 'none'}`,
    mrkdwn`Labels: ${labels === '' ? 'none' : labels}`,
    mrkdwn`Groups: ${card.groups.length === 0 ? 'none' : shorten(card.groups.join(', '), GROUPS_CHARACTERS)}`,
    ...(card.coaches === null
      ? []
      : [mrkdwn`Assigned to: ${card.coaches.length === 0 ? 'nobody' : card.coaches.join(', ')}`]),
    ...(card.goal ? [mrkdwn`Goal: ${goalText(card.goal, card.today, units)}`] : []),
    ...(card.plans ?? []).slice(0, PLANS_SHOWN).map(plan => mrkdwn`Plan: ${runningPlanText(plan)}`),
    ...(card.planShare == null ? [] : [mrkdwn`Plan kept: *${card.planShare} %* of the last four weeks`]),
    ...(card.lastSource ? [mrkdwn`Logs with: ${SOURCES[card.lastSource]}`] : []),
    ...(card.quality ? [qualityLine(card.quality)] : []),
    ...(card.connected.length > 0
      ? [mrkdwn`Connected: ${card.connected.map(connectedText).join(', ')}`]
      : []),
  ]
  const head = mrkdwn`*${card.name}*${inSlack} · ${card.status}`
  return [cut(head, PART.head), cut(joinMrkdwn(facts, '\n'), PART.facts)]
}

/** By Strava’s terms a coach sees nothing of what comes from there. */
function connectedText(source: ConnectedSource): string {
  return source === 'strava' ? `${SOURCE_NAMES.strava} (for their eyes alone)` : SOURCE_NAMES[source]
}

function goalText(goal: NonNullable<AthleteCard['goal']>, today: LocalDay, units: Units): string {
  const parts = [
    ...(goal.name === null ? [] : [goal.name]),
    ...(goal.on === null ? [] : [dayText(goal.on, today)]),
    ...(goal.paceMsPerKm === null ? [] : [paceText(100_000, goal.paceMsPerKm, units) ?? '']),
  ]
  return parts.length === 0 ? 'none' : parts.join(', ')
}

function runLines(card: AthleteCard, units: Units): Mrkdwn[] {
  if (card.isHidden) {
    return [mrkdwn`${card.name} does not show you their runs: that is theirs to decide.`]
  }
  const noticed = (card.findings ?? [])
    .slice(0, 4)
    .map(finding => mrkdwn`• ${findingInWords(finding, card.today, units)}`)
  const recent = card.recent.map(
    run =>
      mrkdwn`${dayText(run.localOn, card.today)} · ${subTypeText(run.subType)} · ${measuresText(run, units)}`,
  )
  return [
    ...(noticed.length === 0 ? [] : [cut(joinMrkdwn([mrkdwn`*Noticed*`, ...noticed], '\n'), PART.noticed)]),
    ...(card.training ? [trainingStateText(card.training, card.today, units)] : []),
    recent.length === 0
      ? mrkdwn`*Recent runs*\nNone in the last twelve weeks.`
      : cut(joinMrkdwn([mrkdwn`*Recent runs*`, ...recent], '\n'), PART.recent),
    ...(recent.length === 0 ? [] : [weekLines(card, units)]),
  ]
}

function cut(text: Mrkdwn, limit: number): Mrkdwn {
  return { mrkdwn: shortenMrkdwn(text.mrkdwn, limit) }
}

/** The distance of each week as a bar and a figure. */
function weekLines({ weeks }: AthleteCard, units: Units): Mrkdwn {
  const most = Math.max(1, ...weeks.map(week => week.distanceCm))
  const lines = weeks.map(({ from, distanceCm }) => {
    const bar = '█'.repeat(Math.round((BAR_MOST * distanceCm) / most)) || '·'
    return `${dayText(from).slice(4).padEnd(6)} ${totalDistanceText(distanceCm, units).padStart(9)} ${bar}`
  })
  return mrkdwn`*Runs a week*, from Monday\n\`\`\`${lines.join('\n')}\`\`\``
}

function noteLines(card: AthleteCard): Mrkdwn[] {
  if (card.notes.length === 0) return [mrkdwn`*Private notes*\nNone yet.`]
  const lines = card.notes.map(note =>
    cut(
      mrkdwn`*${shorten(note.authorName, 60)}*, ${dayText(localDayAt(note.createdAt, zone('UTC')), card.today)}: ${shorten(note.text, NOTE_SHOWN)}`,
      PART.note,
    ),
  )
  const more = card.notesMore > 0 ? [mrkdwn`… and ${card.notesMore} older`] : []
  return [mrkdwn`*Private notes*`, ...lines, ...more]
}

/** How they kept to their plan, week by week, and which run was which session. */
function planButtons({ accountId, isHidden, plans = [], planShare = null }: AthleteCard): KnownBlock[] {
  if (isHidden || (plans.length === 0 && planShare === null)) return []
  return [actions('athlete-plan', button(KEPT_WEEK, 'How the plan was kept', `${accountId} -`))]
}

function buttons(card: AthleteCard): KnownBlock[] {
  if (!card.mayEdit) {
    return [
      actions('athlete-card', button(ATHLETE_ACTIONS.note, 'Write a note', card.accountId)),
      context(mrkdwn`They are not assigned to you: the head coach and their coaches can edit them.`),
    ]
  }
  const statuses = MEMBER_STATUSES.map(status => option(status, `${status} ${card.accountId}`))
  const present = statuses[MEMBER_STATUSES.indexOf(card.status)]
  return [
    actions(
      'athlete-card',
      button(ATHLETE_ACTIONS.edit, 'Edit', card.accountId),
      button(ATHLETE_ACTIONS.note, 'Write a note', card.accountId),
      {
        type: 'static_select',
        action_id: ATHLETE_ACTIONS.status,
        placeholder: plain('Status', LIMITS.optionText),
        options: statuses,
        ...(present ? { initial_option: present } : {}),
      },
      ...(card.mayRemove
        ? [
            button(ATHLETE_ACTIONS.remove, 'Remove', card.accountId, {
              style: 'danger',
              confirm: confirm(
                'Remove from the club?',
                `${shorten(card.name, 80)} leaves the club, its groups and their coaches. Their account and their runs stay.`,
                'Remove',
                'Keep',
              ),
            }),
          ]
        : []),
    ),
  ]
}
