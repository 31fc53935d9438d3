import type { KnownBlock } from '@slack/types'
import { addDays } from '#domain/calendar/local-day.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import { measureWeek } from '#domain/plan/template/measure-week.ts'
import type { Plan, PlanWeek, PlanWeeks } from '#domain/plan/template/plan.ts'
import { DAY_NAMES } from '#domain/plan/template/plan-lines.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, confirm, context, header, section } from './blocks.ts'
import { dayText } from './figures.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { fullDayText } from './plan-refusal.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

export const PLAN_ACTIONS = {
  show: 'plan-show',
  page: 'plan-page',
  edit: 'plan-edit',
  duplicate: 'plan-duplicate',
  archive: 'plan-archive',
  assign: 'plan-assign',
  picture: 'plan-picture',
  create: 'plan-create',
  examples: 'plan-examples',
  firstExamples: 'plan-examples-first',
  week: 'plan-week',
  name: 'plan-name',
  join: 'plan-join',
} as const

const WEEKS_A_PAGE = 4
const PLANS_SHOWN = 40
/** A day's line at its longest: a week has fourteen at most, and a section 3,000 characters. */
const LINE_MOST = 190

export type PlanPage = { plan: Plan; weeks: PlanWeeks; mayEdit: boolean; page: number }

/** A plan, four weeks at a time. */
export function planCard({ plan, weeks, mayEdit, page: asked }: PlanPage): Message {
  const pages = Math.ceil(weeks.length / WEEKS_A_PAGE)
  const page = Math.min(Math.max(0, asked), pages - 1)
  const first = page * WEEKS_A_PAGE
  const shown = weeks.slice(first, first + WEEKS_A_PAGE)
  const head = mrkdwn`*${plan.title}* · ${plan.level} · ${count(plan.weeks, 'week')} · ${plan.visibility === 'public' ? 'everybody sees it' : 'coaches only'}${plan.isExample ? ' · example' : ''}`
  const sections = shown.map((week, index) => weekText(week, first + index + 1))
  const turn = [
    ...(page > 0 ? [button(PLAN_ACTIONS.page, '◀ Earlier weeks', `${plan.id} ${page - 1}`)] : []),
    ...(page < pages - 1
      ? [button(`${PLAN_ACTIONS.page}-on`, 'Later weeks ▶', `${plan.id} ${page + 1}`)]
      : []),
  ]
  const blocks: KnownBlock[] = [
    section(head),
    ...sections.map(text => section(text)),
    ...(turn.length > 0 ? [actions('plan-pages', ...turn)] : []),
    actions(
      'plan-card',
      ...(mayEdit ? editButtons(plan) : []),
      button(PLAN_ACTIONS.picture, 'Send me the calendar', plan.id),
    ),
    context(
      mrkdwn`${pages > 1 ? `Weeks ${first + 1} to ${first + shown.length} of ${weeks.length}. ` : ''}Kilometres of sessions by time are reckoned at an easy pace.`,
    ),
  ]
  return { text: shortenMrkdwn(joinMrkdwn([head, ...sections], '\n').mrkdwn, LIMITS.messageText), blocks }
}

function editButtons(plan: Plan) {
  return [
    button(PLAN_ACTIONS.assign, 'Assign', plan.id, { style: 'primary' }),
    button(PLAN_ACTIONS.edit, 'Edit', plan.id),
    button(PLAN_ACTIONS.duplicate, 'Duplicate', plan.id),
    button(PLAN_ACTIONS.archive, 'Archive', plan.id, {
      style: 'danger',
      confirm: confirm(
        'Archive the plan?',
        `“${plan.title}” leaves the list. Whoever is on it stays on it.`,
        'Archive',
        'Keep',
      ),
    }),
  ]
}

function weekText(week: PlanWeek, number: number): Mrkdwn {
  const measured = measureWeek(week)
  const lines = week.days.flatMap((day, at) => {
    const name = DAY_NAMES[at] ?? ''
    if (day.sessions.length === 0) return day.note === '' ? [] : [line(mrkdwn`${name}  rest · ${day.note}`)]
    return day.sessions.map((session, slot) =>
      line(
        mrkdwn`${name}  ${session.title === null ? session.text : `${session.title}: ${session.text}`}${day.note !== '' && slot === 0 ? mrkdwn` · _${day.note}_` : ''}`,
      ),
    )
  })
  const note = week.note === '' ? mrkdwn`` : mrkdwn` · ${week.note}`
  const head = mrkdwn`*Week ${number}* · ${kmText(measured.distanceCm)}${note}`
  return joinMrkdwn(lines.length === 0 ? [head, mrkdwn`rest`] : [head, ...lines], '\n')
}

function line(text: Mrkdwn): Mrkdwn {
  return { mrkdwn: shortenMrkdwn(text.mrkdwn, LINE_MOST) }
}

export function kmText(cm: number): string {
  return `${Math.round(cm / 100_000)} km`
}

export function planList({ plans, mayEdit }: { plans: readonly Plan[]; mayEdit: boolean }): Message {
  const ways = mayEdit
    ? [
        actions(
          'plan-list',
          button(PLAN_ACTIONS.create, 'Write a plan', '-', { style: 'primary' }),
          ...(plans.some(plan => plan.isExample)
            ? []
            : [button(PLAN_ACTIONS.examples, 'Add the example plans', '-')]),
        ),
      ]
    : []
  if (plans.length === 0) {
    const none = mayEdit
      ? mrkdwn`There are no plans yet. Write one, or begin with our examples for 5 km, half marathon and marathon.`
      : mrkdwn`Your coaches show no plans here. \`/astral plan show\` shows what you are on yourself.`
    return { text: none.mrkdwn, blocks: [section(none), ...ways] }
  }
  const shown = plans.slice(0, PLANS_SHOWN)
  const lines = shown.map(
    plan =>
      mrkdwn`*${plan.title}* · ${plan.level} · ${count(plan.weeks, 'week')}${plan.visibility === 'coaches' ? ' · coaches only' : ''}${plan.isExample ? ' · example' : ''}`,
  )
  const more = plans.length > shown.length ? [mrkdwn`… and ${plans.length - shown.length} more`] : []
  return {
    text: shortenMrkdwn(joinMrkdwn([mrkdwn`Plans`, ...lines, ...more], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      header('Plans'),
      ...lines.map((text, at) => {
        const plan = shown[at]
        return plan
          ? section(text, button(PLAN_ACTIONS.show, 'Show', plan.id, { label: `Show ${plan.title}` }))
          : section(text)
      }),
      ...more.map(text => context(text)),
      ...ways,
    ],
  }
}

export function planArchived(plan: Plan): Message {
  return words(mrkdwn`Archived *${plan.title}*. Whoever is on it stays on it.`)
}

export function planSaved({ plan, weeks }: { plan: Plan; weeks: PlanWeeks }): Message {
  const card = planCard({ plan, weeks, mayEdit: true, page: 0 })
  const isNew = plan.createdAt === plan.updatedAt
  const saved = isNew
    ? mrkdwn`✓ Saved. Nobody is on it yet.`
    : mrkdwn`✓ Saved. What was assigned before stays as it was.`
  return { text: `${saved.mrkdwn}\n${card.text}`, blocks: [section(saved), ...card.blocks] }
}

/** A dropped file says little of itself: what it is called, for whom, and who sees it, can be said now. */
export function planSavedFromFile(saved: { plan: Plan; weeks: PlanWeeks }): Message {
  const { text, blocks } = planSaved(saved)
  const [head, ...card] = blocks
  if (!head) return { text, blocks }
  const { plan } = saved
  const hint = mrkdwn`Taken from the file: title “${plan.title}”, level ${plan.level}, ${plan.visibility === 'public' ? 'everybody sees it' : 'coaches only'}.`
  return {
    text,
    blocks: [
      head,
      section(hint, button(PLAN_ACTIONS.name, 'Name it', plan.id, { label: `Name ${plan.title}` })),
      ...card,
    ],
  }
}

export function planNamed(plan: Plan): Message {
  return words(
    mrkdwn`✓ It is called *${plan.title}* now: ${plan.level}, ${plan.visibility === 'public' ? 'everybody sees it' : 'coaches only'}.`,
  )
}

export type PlanOfMine = {
  title: string
  weeks: number
  week: number | null
  startOn: LocalDay
  firstOn: LocalDay
  lastOn: LocalDay
  state: string
}

/** Where somebody is in a plan, in a line. */
export function runningPlanText(plan: PlanOfMine): Mrkdwn {
  const where =
    plan.state === 'paused'
      ? 'paused'
      : plan.week === null
        ? `from ${fullDayText(plan.firstOn)}`
        : `week ${plan.week} of ${plan.weeks}`
  return mrkdwn`*${plan.title}* · ${where} · until ${fullDayText(plan.lastOn)}`
}

/** The asker's own week. */
export function myPlanWeekShown(week: {
  plans: readonly PlanOfMine[]
  from: LocalDay
  today: LocalDay
  sessions: readonly PlannedSession[]
}): Message {
  if (week.plans.length === 0) {
    return words(mrkdwn`You are on no plan. Your coach can assign you one with \`/astral plan assign\`.`)
  }
  const heads = week.plans.slice(0, 5).map(runningPlanText)
  const lines = DAY_NAMES.map((_, at) => {
    const on = addDays(week.from, at)
    const own = week.sessions.filter(session => session.on === on)
    const said =
      own.length === 0
        ? mrkdwn`rest`
        : joinMrkdwn(
            own.map(session => {
              const note = session.note === '' ? mrkdwn`` : mrkdwn` · _${session.note}_`
              return mrkdwn`${session.title === null ? '' : `${session.title}: `}${shorten(session.text, 150)}${note}`
            }),
            '; ',
          )
    const day = dayText(on)
    return on === week.today ? mrkdwn`*${day}*  ${said}` : mrkdwn`${day}  ${said}`
  })
  const ahead = Math.round((Date.parse(week.from) - Date.parse(week.today)) / 604_800_000)
  return {
    text: shortenMrkdwn(joinMrkdwn([...heads, ...lines], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      section(joinMrkdwn(heads, '\n')),
      section(joinMrkdwn(lines, '\n')),
      actions('plan-week', button(PLAN_ACTIONS.week, 'Next week ▶', String(Math.min(60, ahead + 1)))),
    ],
  }
}
