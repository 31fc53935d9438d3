import type { PlanDay, PlanSession, PlanWeek, PlanWeeks } from './plan.ts'
import { DAY_NAMES } from './plan-lines.ts'

/** The one text of a plan: `parsePlan` gives the same weeks back. Days of rest without a note are left out. */
export function printPlan(weeks: PlanWeeks): string {
  return weeks.map((week, index) => printWeek(week, index + 1)).join('\n\n')
}

export function printWeek(week: PlanWeek, number: number): string {
  return [`Week ${number}${noteText(week.note)}`, ...week.days.flatMap(printDay)].join('\n')
}

function printDay(day: PlanDay, index: number): string[] {
  const name = DAY_NAMES[index]
  const [first, ...others] = day.sessions
  if (!first) return day.note === '' ? [] : [`${name} rest${noteText(day.note)}`]
  return [
    `${name} ${printSession(first)}${noteText(day.note)}`,
    ...others.map(session => `${name} ${printSession(session)}`),
  ]
}

/** A workout of the library by its title, so that it is looked up again. */
export function printSession(session: PlanSession): string {
  return session.title === null ? session.text : `"${session.title}"`
}

function noteText(note: string): string {
  return note === '' ? '' : ` // ${note}`
}
