import { isRun } from '#domain/activity/sub-type.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { ActivityFact, AthleteFacts } from '../athlete-facts.ts'

/** So long something that happened is worth a look. */
export const NEWS_DAYS = 7

/** Activities of the last days, today included. */
export function recent(facts: AthleteFacts, days: number = NEWS_DAYS): ActivityFact[] {
  return between(facts.activities, addDays(facts.today, 1 - days), facts.today)
}

/** Activities of those days, both included. */
export function between(activities: readonly ActivityFact[], from: LocalDay, to: LocalDay): ActivityFact[] {
  return activities.filter(({ localOn }) => localOn >= from && localOn <= to)
}

export type RunFact = ActivityFact & { distanceCm: number }

/** Those that are runs over a distance. */
export function runsIn(activities: readonly ActivityFact[]): RunFact[] {
  return activities.filter((each): each is RunFact => isRun(each.subType) && each.distanceCm !== null)
}
