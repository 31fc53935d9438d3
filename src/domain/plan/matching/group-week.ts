import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Band, JudgedDay } from './judge-days.ts'
import { shareOfPlan } from './share-of-plan.ts'

/** What a day of somebody's plan came to, in one word. */
export type DayMark = Band | 'rest' | 'ran-on-rest' | 'paused' | 'none'

export type AthleteWeek = {
  accountId: AccountId
  name: string
  /** The athlete does not show their training to whoever looks. */
  isHidden: boolean
  /** Seven; all `none` without a plan in the week. */
  marks: DayMark[]
  percent: number | null
  /** Sessions that are not what the plan first said. */
  changed: number
}

export type WeekTotals = { onPlan: number; full: number; part: number; missed: number; pending: number }

export type GroupWeek = {
  groupId: string
  groupName: string
  from: LocalDay
  /** Who needs looking at first; those without a plan in the week last. */
  athletes: AthleteWeek[]
  totals: WeekTotals
}

export function athleteWeek(
  athlete: { accountId: AccountId; name: string; isHidden: boolean },
  days: readonly JudgedDay[],
): AthleteWeek {
  const { accountId, name, isHidden } = athlete
  const shown = isHidden ? [] : days
  return {
    accountId,
    name,
    isHidden,
    marks: Array.from({ length: 7 }, (_, index) => markOf(shown[index])),
    percent: shareOfPlan(shown),
    changed: shown.flatMap(day => day.sessions).filter(({ session }) => session.isChanged).length,
  }
}

/** Of a day with two sessions: missed with both missed, all of it with all of both. */
function markOf(day: JudgedDay | undefined): DayMark {
  if (!day) return 'none'
  const bands = day.sessions.map(({ band }) => band)
  if (bands.length > 0) {
    if (bands.includes('pending')) return 'pending'
    if (bands.every(band => band === 'full')) return 'full'
    return bands.every(band => band === 'missed') ? 'missed' : 'part'
  }
  if (day.rest === 'broken') return 'ran-on-rest'
  if (day.rest !== null) return 'rest'
  return day.kind === 'paused' ? 'paused' : 'none'
}

export function isOnPlan({ marks }: AthleteWeek): boolean {
  return marks.some(mark => mark !== 'none')
}

/** The least kept share first; before anything is due by name, as given; without a plan last. */
export function worstFirst(athletes: readonly AthleteWeek[]): AthleteWeek[] {
  const rank = (athlete: AthleteWeek) =>
    athlete.percent ?? (isOnPlan(athlete) ? 101 : athlete.isHidden ? 102 : 103)
  return [...athletes].sort((a, b) => rank(a) - rank(b))
}

export function totalsOf(judged: Iterable<readonly JudgedDay[]>, onPlan: number): WeekTotals {
  const totals = { onPlan, full: 0, part: 0, missed: 0, pending: 0 }
  for (const days of judged) {
    for (const { band } of days.flatMap(day => day.sessions)) totals[band] += 1
  }
  return totals
}
