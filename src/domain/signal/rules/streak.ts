import { isRun } from '#domain/activity/sub-type.ts'
import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import { FACT_DAYS } from '../athlete-facts.ts'
import type { Find } from '../decide-signals.ts'

/** Whole weeks that lie within the days that are looked at, with the one before the streak. */
const MOST_WEEKS = Math.floor(FACT_DAYS / 7) - 2

/** So many weeks in a row with a run in each, and every so many more; said in the week that completes them. */
export const streak: Find = ({ activities, today, hasEarlier }, every) => {
  const weeks = new Set(
    activities.filter(activity => isRun(activity.subType)).map(activity => mondayOf(activity.localOn)),
  )
  let since = mondayOf(today)
  let count = 0
  while (weeks.has(since)) {
    count += 1
    since = addDays(since, -7)
  }
  // Where the streak reaches beyond what is looked at, its length is not known.
  const isWhole = count <= MOST_WEEKS || !hasEarlier
  const isReached = count > 0 && count % every === 0
  return isWhole && isReached ? [{ rule: 'streak', since: addDays(since, 7), weeks: count }] : []
}
