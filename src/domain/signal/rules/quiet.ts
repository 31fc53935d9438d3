import { daysBetween } from '#domain/calendar/local-day.ts'
import type { Find } from '../decide-signals.ts'

/** A habit is known from so many days with an activity. */
const LEAST_DAYS = 6
/** Most pauses of somebody's are no longer than this one of theirs. */
const USUAL_SHARE = 0.8
const TIMES_USUAL = 2
/** Whoever has been away longer is no news any more. */
const NEWS_UNTIL_DAYS = 60

/** No activity for so many days, and for twice as long as nearly all of the athlete's own pauses. */
export const quiet: Find = ({ activities, lastOn, today }, leastDays) => {
  const last = activities.at(-1)?.localOn
  if (last === undefined || (lastOn !== null && lastOn > last)) return []
  const days = daysBetween(last, today)
  const on = [...new Set(activities.map(activity => activity.localOn))]
  const pauses = on.slice(1).map((day, index) => daysBetween(on[index] ?? day, day))
  if (on.length < LEAST_DAYS) return []
  const usualDays = pauses.toSorted((a, b) => a - b)[Math.ceil(pauses.length * USUAL_SHARE) - 1] ?? 0
  const isQuiet = days >= Math.max(leastDays, TIMES_USUAL * usualDays + 1) && days <= NEWS_UNTIL_DAYS
  return isQuiet ? [{ rule: 'quiet', since: last, days, usualDays }] : []
}
