import { daysBetween } from '#domain/calendar/local-day.ts'
import type { Find } from '../decide-signals.ts'
import { NEWS_DAYS } from './recent.ts'

/** The first activity of the last days that comes after a pause of so many days. */
export const backAgain: Find = ({ activities, today }, leastDays) =>
  activities.flatMap((activity, index) => {
    const before = activities[index - 1]
    if (!before || daysBetween(activity.localOn, today) >= NEWS_DAYS) return []
    const days = daysBetween(before.localOn, activity.localOn)
    return days >= leastDays
      ? [{ rule: 'back' as const, activityId: activity.id, on: activity.localOn, days }]
      : []
  })
