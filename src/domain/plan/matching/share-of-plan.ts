import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import { ALL_EARNED, type JudgedDay } from './judge-days.ts'

/** Days in order, by their weeks. */
function weeksOf(days: readonly JudgedDay[]): JudgedDay[][] {
  const weeks: JudgedDay[][] = []
  let nextMonday = ''
  for (const day of days) {
    if (day.on >= nextMonday) {
      weeks.push([])
      nextMonday = addDays(mondayOf(day.on), 7)
    }
    weeks.at(-1)?.push(day)
  }
  return weeks
}

/**
 * The share of a plan that was kept, in whole per cent, rounded down: every session that is due counts the same, and
 * so does every day of rest, done when it was kept. Rest earns nothing in a week in which no session was done at all,
 * or staying away would be a good week. Null while no session is due.
 */
export function shareOfPlan(days: readonly JudgedDay[]): number | null {
  let [due, earned, sessions] = [0, 0, 0]
  for (const week of weeksOf(days)) {
    const judged = week.flatMap(day => day.sessions).filter(({ band }) => band !== 'pending')
    const rests = week.filter(({ rest }) => rest === 'kept' || rest === 'broken')
    const ofSessions = judged.reduce((sum, session) => sum + session.earned, 0)
    sessions += judged.length
    due += judged.length + rests.length
    earned += ofSessions
    if (ofSessions > 0) earned += rests.filter(({ rest }) => rest === 'kept').length * ALL_EARNED
  }
  return sessions === 0 ? null : Math.floor((100 * earned) / (due * ALL_EARNED))
}
