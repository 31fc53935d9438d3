import { weekdayOf } from '#domain/calendar/local-day.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import { SCALE } from '#domain/plan/template/change-weeks.ts'
import type { PlanFault, PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { WorkoutTextProblem } from '#domain/plan/text/workout-text-fault.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

const NAMES_SAID = 15

const CODES: Readonly<Record<PlanRefusal['code'], true>> = {
  'plan-title-empty': true,
  'plan-title-too-long': true,
  'plan-title-taken': true,
  'plan-empty': true,
  'plan-text-too-long': true,
  'plan-text-wrong': true,
  'plan-head-wrong': true,
  'plan-header-wrong': true,
  'plan-unknown': true,
  'plan-gone': true,
  'plan-changed-meanwhile': true,
  'plan-week-unknown': true,
  'plan-scale-wrong': true,
  'plan-full': true,
  'plan-start-wrong': true,
  'plan-start-past': true,
  'plan-start-far': true,
  'race-too-soon': true,
  'not-your-athletes': true,
  'plan-for-nobody': true,
  'invited-plan-not-in-care': true,
  'plan-join-done': true,
  'plan-conflicts-changed': true,
  'plan-nothing-left': true,
  'no-enrollment': true,
  'which-enrollment': true,
  'enrollment-already': true,
}

export function isPlanRefusal(refusal: { code: string }): refusal is PlanRefusal {
  return Object.hasOwn(CODES, refusal.code)
}

export function planRefusalInWords(refusal: PlanRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'plan-title-empty':
      return mrkdwn`Give the plan a title.`
    case 'plan-title-too-long':
      return mrkdwn`That title has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'plan-title-taken':
      return mrkdwn`There is a plan called “${refusal.title}” already. Choose another title.`
    case 'plan-empty':
      return mrkdwn`There is no workout in it. Write \`Week 1\`, and below it lines such as \`Mon 8km easy\`.`
    case 'plan-text-too-long':
      return mrkdwn`That is longer than ${refusal.limit} characters. Split the plan in two.`
    case 'plan-text-wrong':
      return joinMrkdwn(
        [
          mrkdwn`I cannot read all of it, so nothing was saved:`,
          ...refusal.faults.map(fault => mrkdwn`• line ${fault.line}: ${planFaultInWords(fault)}`),
          ...(refusal.more > 0 ? [mrkdwn`… and ${refusal.more} more`] : []),
        ],
        '\n',
      )
    case 'plan-head-wrong':
      return mrkdwn`Line ${refusal.line}: “${shorten(refusal.word, 40)}” is not one of ${refusal.known.join(', ')}. Nothing was saved.`
    case 'plan-header-wrong':
      return mrkdwn`“${refusal.header}” is not the header of a plan. Use \`week,day,workout,notes\` or \`week,mon,tue,wed,thu,fri,sat,sun\`.`
    case 'plan-unknown':
      return refusal.suggestion
        ? mrkdwn`There is no plan called “${shorten(refusal.title, 80)}”. Did you mean “${refusal.suggestion}”?`
        : mrkdwn`There is no plan called “${shorten(refusal.title, 80)}” here. \`/astral plan list\` shows the plans you can see.`
    case 'plan-gone':
      return mrkdwn`That plan is gone. \`/astral plan list\` shows the ones there are.`
    case 'plan-changed-meanwhile':
      return mrkdwn`Somebody else changed “${refusal.title}” meanwhile. Nothing of yours was saved: open it again to see the new state.`
    case 'plan-week-unknown':
      return mrkdwn`There is no week ${refusal.week}: the plan has weeks 1 to ${refusal.weeks}.`
    case 'plan-scale-wrong':
      return mrkdwn`A week can be scaled to ${SCALE.least} to ${SCALE.most} %, such as \`80%\`.`
    case 'plan-full':
      return mrkdwn`A plan has at most ${refusal.limit} weeks. Make a second one for what comes after.`
    case 'plan-start-wrong':
      return mrkdwn`I do not know which day “${shorten(refusal.text, 40)}” is. Write \`next monday\`, \`tomorrow\` or \`2027-01-04\`.`
    case 'plan-start-past':
      return mrkdwn`${refusal.on} is over: today is ${refusal.today}. Choose today or a later day.`
    case 'plan-start-far':
      return mrkdwn`${refusal.on} is more than a year away. Choose a day up to ${refusal.limit}.`
    case 'race-too-soon':
      return mrkdwn`${refusal.weeks} weeks before ${refusal.on} was ${refusal.startsOn}, which is over. Choose a later race or a shorter plan.`
    case 'not-your-athletes':
      return mrkdwn`Not in your care: ${namesText(refusal.names)}. Nobody was assigned anything. The head coach can assign it, or assign them to you.`
    case 'plan-for-nobody':
      return mrkdwn`There is nobody to give it to. Choose athletes, or a group with athletes in it.`
    case 'invited-plan-not-in-care':
      return mrkdwn`Only the head coach can let an invitation bring a plan for somebody who is not in your care. Nobody was invited: leave the plan out, and assign it once they are yours.`
    case 'plan-join-done':
      return mrkdwn`Nothing to do: whoever came into the group then is on the plan, or has left.`
    case 'plan-conflicts-changed':
      return mrkdwn`Somebody is on a plan in that time who was not a moment ago. Nobody was assigned anything: try again to see who.`
    case 'plan-nothing-left':
      return mrkdwn`Nothing of that plan is left to do.`
    case 'no-enrollment':
      return refusal.name === null
        ? mrkdwn`You are on no such plan. \`/astral plan show\` shows what you are on.`
        : mrkdwn`${refusal.name} is on no such plan.`
    case 'which-enrollment':
      return mrkdwn`Which plan? Put its title in quotes: ${refusal.titles.map(title => `“${title}”`).join(', ')}.`
    case 'enrollment-already':
      return mrkdwn`That plan is ${refusal.state === 'active' ? 'running' : refusal.state} already: nothing to do.`
  }
}

export function namesText(names: readonly string[]): string {
  const more = names.length - NAMES_SAID
  return names.slice(0, NAMES_SAID).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

export function planFaultInWords(fault: PlanFault): Mrkdwn {
  const line = shorten(fault.lineText, 60)
  switch (fault.code) {
    case 'workout': {
      const { at, length, problem } = fault.fault
      const part = fault.text.slice(at, at + Math.max(length, 1)).trim()
      const where =
        part === '' ? mrkdwn`at the end of “${line}”` : mrkdwn`“${shorten(part, 40)}” in “${line}”`
      return mrkdwn`${where}: ${HINTS[problem.code] ?? 'that is not understood'}`
    }
    case 'day-unknown':
      return fault.suggestion
        ? mrkdwn`“${shorten(fault.word, 30)}” is no day. Did you mean “${fault.suggestion}”?`
        : mrkdwn`“${shorten(fault.word, 30)}” is no day. Begin the line with Mon … Sun or with Week and its number`
    case 'no-week-yet':
      return mrkdwn`“${line}” stands before any week. Write \`Week 1\` above it`
    case 'week-out-of-order':
      return mrkdwn`week ${fault.found} where week ${fault.expected} is expected`
    case 'too-many-weeks':
      return mrkdwn`a plan has at most ${fault.limit} weeks, and here is week ${fault.found}. Make two plans of it`
    case 'too-many-sessions':
      return mrkdwn`${fault.day} has more than ${fault.limit} sessions`
    case 'rest-and-run':
      return mrkdwn`${fault.day} has a workout and is a day of rest`
    case 'note-too-long':
      return mrkdwn`that note is longer than ${fault.limit} characters`
    case 'workout-unknown':
      return fault.suggestion
        ? mrkdwn`the library has no workout “${shorten(fault.name, 40)}”. Did you mean “${fault.suggestion}”?`
        : mrkdwn`the library has no workout “${shorten(fault.name, 40)}”`
    case 'nothing-said':
      return mrkdwn`nothing follows “${shorten(fault.day, 30)}”. Write a workout, or \`rest\``
    case 'quote-open':
      return mrkdwn`a quotation mark is missing in “${line}”`
  }
}

const HINTS: Readonly<Partial<Record<WorkoutTextProblem['code'], string>>> = {
  'no-length': 'say how far or how long, such as 8km or 45min',
  'no-unit': 'the unit is missing: km, m, mi, min or s',
  'no-separator': 'put + between two parts',
  'unknown-word': 'I do not know that word',
  'length-zero': 'that is nothing',
  'bracket-open': 'a closing bracket is missing',
  'bracket-stray': 'that bracket closes nothing',
  'no-target': 'after @ comes a zone, a pace or a heart rate: @z3, @4:30/km, @hr150',
  'zone-unknown': 'zones go from z1 to z6',
  'pace-faster-than-record': 'that is faster than the world record',
  'pace-out-of-range': 'that is no pace for running',
  'too-far': 'that is too far for one day',
  'too-long': 'that is longer than a day',
  'too-many-steps': 'that has too many parts',
  'repeats-out-of-range': 'that is too often',
  'said-twice': 'that is said twice',
  'recovery-without-repeat': 'a recovery belongs to repeats such as 6x400m r200m',
  'note-open': 'a quotation mark is missing',
}

/** `Mon 4 Jan 2027`. */
export function fullDayText(on: Parameters<typeof weekdayOf>[0]): string {
  const [year, month, day] = on.split('-').map(Number)
  const name = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `${weekdayName(weekdayOf(on)).slice(0, 3)} ${name}`
}
