import type { DayMark } from '#domain/plan/matching/group-week.ts'
import type { JudgedSession } from '#domain/plan/matching/judge-days.ts'

/** The action that opens an athlete's week. */
export const KEPT_WEEK = 'kept-week'

/** A day in one sign that is told from the others by its shape, never by colour. */
export const MARK_SIGNS: Readonly<Record<DayMark, string>> = {
  full: '●',
  part: '◐',
  missed: '○',
  pending: '◌',
  rest: '·',
  'ran-on-rest': '+',
  paused: '=',
  none: ' ',
}

export const MARK_LEGEND =
  '● done,  ◐ in part,  ○ not done,  ◌ to come,  · rest,  + a run on a rest day,  = paused'

/** How a session was kept, in words. */
export function bandText({ band, isOver, earned, match }: JudgedSession): string {
  switch (band) {
    case 'full':
      return `done${isOver ? ', more than asked' : ''}${byHand(match)}`
    case 'part':
      return `${Math.floor(earned / 10)} % of it${byHand(match)}`
    case 'missed':
      return 'not done'
    case 'pending':
      return 'to come'
  }
}

function byHand(match: JudgedSession['match']): string {
  return match?.isByHand ? ' (matched by hand)' : ''
}

export function bandSign({ band }: Pick<JudgedSession, 'band'>): string {
  return MARK_SIGNS[band]
}
