import type { ActivityId } from '#kernel/ids.ts'
import type { JudgedDay } from './judge-days.ts'

/**
 * Is it worth asking which session an activity was? `days` are its day, the one before and the one after. When it fits
 * none while one of them is open, and when its day has several sessions or runs that it could change places with.
 */
export function isUnclear(days: readonly JudgedDay[], activityId: ActivityId): boolean {
  const sessions = days.flatMap(day => day.sessions)
  const own = sessions.find(({ match }) => match?.activity.id === activityId)
  const beside = days.flatMap(day => day.extra)
  if (!own) {
    const activity = beside.find(({ id }) => id === activityId)
    return activity?.family != null && sessions.some(({ match }) => match === null)
  }
  if (own.match?.isByHand) return false
  const ofDay = days.find(({ on }) => on === own.session.on)
  const couldSwap = (ofDay?.sessions.length ?? 0) > 1
  const another = ofDay?.extra.some(({ family }) => family === own.match?.activity.family)
  return couldSwap || another === true
}
