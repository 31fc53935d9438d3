import type { KnownBlock } from '@slack/types'
import { mondayOf } from '#domain/calendar/local-day.ts'
import type { AssignedTo, AssignmentPreview, AthleteConcern } from '#domain/plan/template/assignment.ts'
import type { PlanConcern } from '#domain/plan/template/lint-plan.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import { DAY_NAMES } from '#domain/plan/template/plan-lines.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { availabilityLine } from './availability.ts'
import { context, input, option, plain, section } from './blocks.ts'
import { distanceText, type Units } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { count } from './group-card.ts'
import { initial } from './leaderboard-form.ts'
import { LIMITS } from './limits.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { athletesPicker, groupPicker } from './pickers.ts'
import { fullDayText, namesText } from './plan-refusal.ts'

export const ASSIGN_PLAN_FORM = {
  plan: 'plan',
  athletes: 'athletes',
  group: 'group',
  start: 'start',
  race: 'race',
  conflict: 'conflict',
} as const

/** So many people may be picked at once; more go by their group. */
export const MOST_PICKED = 100
const LIST_CHARACTERS = 2_800

export function assignPlanForm(
  plans: readonly Plan[],
  chosen: {
    planId: string | null
    group: { id: string; name: string } | null
    athletes: readonly { accountId: string; name: string }[]
  },
): ModalView {
  const planOptions = plans
    .slice(0, LIMITS.options)
    .map(plan => option(`${plan.title} (${count(plan.weeks, 'week')})`, plan.id))
  return modalView({
    callbackId: 'assign-plan',
    title: 'Assign a plan',
    submit: 'Look it over',
    blocks: [
      input(ASSIGN_PLAN_FORM.plan, 'Plan', {
        type: 'static_select',
        action_id: 'value',
        options: planOptions,
        ...initial(planOptions, chosen.planId ?? ''),
      }),
      input(
        ASSIGN_PLAN_FORM.athletes,
        'Athletes',
        { ...athletesPicker(chosen.athletes), max_selected_items: MOST_PICKED },
        { optional: true },
      ),
      input(ASSIGN_PLAN_FORM.group, 'Everybody in this group', groupPicker('No group', chosen.group), {
        optional: true,
        hint: 'Who joins the group later is not put on it by itself.',
      }),
      input(
        ASSIGN_PLAN_FORM.start,
        'Starts',
        {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 40,
          placeholder: plain('next monday, or 2027-01-04'),
        },
        { optional: true, hint: 'Week 1 is the week of that day, Monday to Sunday.' },
      ),
      input(
        ASSIGN_PLAN_FORM.race,
        'Or counted back from a race on',
        { type: 'datepicker', action_id: 'value' },
        { optional: true, hint: 'The race is in the last week of the plan.' },
      ),
    ],
  })
}

const WAYS = [
  option('Replace it', 'replace', 'What they are on ends the day before'),
  option('Keep both', 'keep', 'They do the sessions of both plans'),
  option('Leave them out', 'skip', 'They keep what they are on'),
]

/** What the coach confirms: who, from when, who is on a plan already, and what stands out. */
export function assignmentPreviewed(
  preview: AssignmentPreview,
  meta: Readonly<Record<string, string | null>>,
  units: Units = 'km',
): ModalView {
  const { plan, aligned, athletes } = preview
  const canTrain = athletes.filter(athlete => (athlete.availability ?? []).length > 0)
  const busy = athletes.filter(athlete => athlete.conflicts.length > 0)
  const until = aligned.raceOn === null ? '' : ` · race on ${fullDayText(aligned.raceOn)}`
  const blocks: KnownBlock[] = [
    section(
      mrkdwn`*${plan.title}* for ${count(athletes.length, 'athlete')}${preview.groupName === null ? '' : ` of ${preview.groupName}`}\n${fullDayText(aligned.firstOn)} – ${fullDayText(aligned.lastOn)}${until}`,
    ),
    section(mrkdwn`${namesText(athletes.map(athlete => athlete.name))}`),
    ...(preview.leftOut.length > 0
      ? [context(mrkdwn`Suspended, left out: ${namesText(preview.leftOut)}.`)]
      : []),
    ...(canTrain.length === 0
      ? []
      : [
          section(
            listed(
              mrkdwn`*When they can train in the first week*`,
              canTrain.map(canTrainLine(aligned.firstOn)),
            ),
          ),
        ]),
    ...concernBlocks(preview, units),
    ...(busy.length === 0
      ? []
      : [
          section(listed(mrkdwn`*On a plan in that time already*`, busy.map(conflictLine))),
          input(ASSIGN_PLAN_FORM.conflict, 'What about them?', {
            type: 'radio_buttons',
            action_id: 'value',
            options: WAYS,
          }),
        ]),
  ]
  return modalView({
    callbackId: 'assign-plan-confirm',
    title: 'Assign a plan',
    submit: 'Assign',
    meta,
    blocks,
  })
}

function concernBlocks({ athletes, concerns }: AssignmentPreview, units: Units): KnownBlock[] {
  const told = athletes.flatMap(athlete =>
    athlete.concerns.map(concern => concernLine(athlete, concern, units)),
  )
  const plan = concerns.map(planConcernLine)
  if (told.length + plan.length === 0) return [context(mrkdwn`Nothing stands out for any of them.`)]
  return [section(listed(mrkdwn`*Worth a look* (nothing here stops you)`, [...plan, ...told]))]
}

function canTrainLine(firstOn: LocalDay) {
  return ({ name, availability = [] }: AssignedTo) =>
    mrkdwn`• ${name}: ${availabilityLine(availability, mondayOf(firstOn))}`
}

function listed(head: Mrkdwn, lines: readonly Mrkdwn[]): Mrkdwn {
  const fitting = fitLines(lines, LIST_CHARACTERS)
  const more = lines.length - fitting.length
  return joinMrkdwn([head, ...fitting, ...(more > 0 ? [mrkdwn`… and ${more} more`] : [])], '\n')
}

function conflictLine({ name, conflicts }: AssignedTo): Mrkdwn {
  return mrkdwn`• ${name}: ${conflicts.map(title => `“${title}”`).join(', ')}`
}

function concernLine({ name }: AssignedTo, concern: AthleteConcern, units: Units): Mrkdwn {
  switch (concern.code) {
    case 'longer-than-lately':
      return mrkdwn`• ${name}: week 1 has ${distanceText(concern.plannedCm, units)} in one go; the longest run of the last 30 days was ${distanceText(concern.longestCm, units)}`
    case 'no-runs-lately':
      return mrkdwn`• ${name}: no run logged in the last 30 days; week 1 has ${distanceText(concern.plannedCm, units)} in one go`
    case 'race-on-long-day':
      return mrkdwn`• ${name}: races${concern.raceName === null ? '' : ` ${concern.raceName}`} on ${fullDayText(concern.on)}, where the plan has its long run of ${distanceText(concern.plannedCm, units)}`
  }
}

export function planConcernLine(concern: PlanConcern): Mrkdwn {
  const week = `week ${concern.week}`
  switch (concern.code) {
    case 'hard-days-in-a-row':
      return mrkdwn`• Everybody: two hard days in a row in ${week} (${DAY_NAMES[concern.days[0]] ?? ''}, ${DAY_NAMES[concern.days[1]] ?? ''})`
    case 'week-jump':
      return mrkdwn`• ${week}: ${concern.percent} % more than the weeks before`
    case 'too-many-hard-days':
      return mrkdwn`• ${week}: ${concern.days} hard days, ${concern.most} are plenty at this level`
    case 'too-few-rest-days':
      return mrkdwn`• ${week}: ${concern.days} days of rest, at this level ${concern.least}`
    case 'long-run-share':
      return mrkdwn`• ${week}: the long run is ${concern.percent} % of the week`
  }
}

export function planAssigned(done: {
  plan: Plan
  aligned: AssignmentPreview['aligned']
  groupName: string | null
  assigned: readonly string[]
  replaced: number
  skipped: readonly string[]
  leftOut: readonly string[]
}): Message {
  const lines = [
    mrkdwn`✓ *${done.plan.title}* is assigned to ${namesText(done.assigned)}, from ${fullDayText(done.aligned.firstOn)} to ${fullDayText(done.aligned.lastOn)}. They get a direct message.`,
    ...(done.replaced > 0 ? [mrkdwn`It takes the place of ${count(done.replaced, 'plan')}.`] : []),
    ...(done.skipped.length > 0
      ? [mrkdwn`Left out, as they are on a plan: ${namesText(done.skipped)}.`]
      : []),
    ...(done.leftOut.length > 0
      ? [mrkdwn`Left out, as they are suspended: ${namesText(done.leftOut)}.`]
      : []),
  ]
  return { text: joinMrkdwn(lines, '\n').mrkdwn, blocks: lines.map(text => section(text)) }
}

/** What an athlete reads when a coach changes what plan they are on. */
export function planChangeTold(told: {
  what: string
  title: string
  weeks: number
  firstOn: Parameters<typeof fullDayText>[0]
  lastOn: Parameters<typeof fullDayText>[0]
  raceOn: Parameters<typeof fullDayText>[0] | null
  byName: string
  isReplacing: boolean
}): Message {
  const race = told.raceOn === null ? '' : ` Your race is on ${fullDayText(told.raceOn)}.`
  const instead = told.isReplacing ? ' It takes the place of what you were on.' : ''
  const text =
    told.what === 'assigned'
      ? mrkdwn`*${told.byName}* put you on *${told.title}*: ${count(told.weeks, 'week')}, from ${fullDayText(told.firstOn)} to ${fullDayText(told.lastOn)}.${race}${instead}`
      : told.what === 'paused'
        ? mrkdwn`*${told.byName}* paused *${told.title}* for you. What you did stays; the rest waits.`
        : told.what === 'resumed'
          ? mrkdwn`*${told.byName}* lets *${told.title}* go on for you, now until ${fullDayText(told.lastOn)}.`
          : mrkdwn`*${told.byName}* ended *${told.title}* for you. What you did stays.`
  return {
    text: text.mrkdwn,
    blocks: [section(text), context(mrkdwn`\`/astral plan show\` shows your week.`)],
  }
}

export function enrollmentChanged(done: {
  deed: 'pause' | 'resume' | 'end'
  name: string
  isOwn: boolean
  enrollment: { title: string; lastOn: Parameters<typeof fullDayText>[0] }
  /** When the athlete is asked how to go on. */
  untilOn: Parameters<typeof fullDayText>[0] | null
}): Message {
  const whose = done.isOwn ? 'your plan' : `${done.name}’s plan`
  const { title, lastOn } = done.enrollment
  const text =
    done.deed === 'pause'
      ? mrkdwn`✓ Paused ${whose} *${title}* from today. ${done.untilOn === null ? '' : `On ${fullDayText(done.untilOn)} ${done.isOwn ? 'I ask you' : 'they are asked'} how to go on. `}\`/astral plan resume\` goes on at any time, where it stopped or where the plan is then.`
      : done.deed === 'resume'
        ? mrkdwn`✓ Going on with ${whose} *${title}*, now until ${fullDayText(lastOn)}.`
        : mrkdwn`✓ Ended ${whose} *${title}*. What is done stays.`
  return { text: text.mrkdwn, blocks: [section(text)] }
}
