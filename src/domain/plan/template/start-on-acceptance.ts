import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import type { InvitedPlan } from '#domain/invitation/invited-plan.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Aligned } from './start-day.ts'

export type StartOnAcceptance =
  | { outcome: 'assigned' | 'later' | 'joined'; aligned: Aligned }
  | { outcome: 'race-over' }

/**
 * From when a plan runs that came with an invitation, once that is accepted. A start that is over becomes the Monday
 * after the acceptance. A race stays where it is: whoever accepts late joins the weeks that are left.
 */
export function startOnAcceptance(
  { startOn: wished, raceOn }: Pick<InvitedPlan, 'startOn' | 'raceOn'>,
  weeks: number,
  today: LocalDay,
): StartOnAcceptance {
  if (raceOn !== null) {
    if (raceOn < today) return { outcome: 'race-over' }
    const startOn = addDays(mondayOf(raceOn), -7 * (weeks - 1))
    return {
      outcome: startOn < mondayOf(today) ? 'joined' : 'assigned',
      aligned: {
        startOn,
        firstOn: startOn < today ? today : startOn,
        lastOn: addDays(mondayOf(raceOn), 6),
        raceOn,
      },
    }
  }
  const firstOn = wished < today ? addDays(mondayOf(today), 7) : wished
  const startOn = mondayOf(firstOn)
  return {
    outcome: wished < today ? 'later' : 'assigned',
    aligned: { startOn, firstOn, lastOn: addDays(startOn, weeks * 7 - 1), raceOn: null },
  }
}
