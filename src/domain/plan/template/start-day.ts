import { addDays, mondayOf, weekdayOf } from '#domain/calendar/local-day.ts'
import { weekdayFromWord } from '#domain/calendar/weekday.ts'
import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { PlanRefusal } from './plan-refusal.ts'

/** From when a plan runs: a day in its first week, or a race in its last. */
export type PlanStart = { kind: 'start'; on: LocalDay } | { kind: 'race'; on: LocalDay }

/** The Monday of week 1, and the first day on which something is asked. */
export type Aligned = { startOn: LocalDay; firstOn: LocalDay; lastOn: LocalDay; raceOn: LocalDay | null }

/** No plan is assigned for longer ahead than this. */
const DAYS_AHEAD = 366

/** `today`, `tomorrow`, `monday`, `next monday`, `2027-01-04`; a weekday is the next one, today included. */
export function readStartDay(typed: string, today: LocalDay): Result<LocalDay, PlanRefusal> {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === 'today') return ok(today)
  if (text === 'tomorrow') return ok(addDays(today, 1))
  if (text === 'next week') return ok(addDays(mondayOf(today), 7))
  const weekday = weekdayFromWord(text.replace(/^(?:next|on|this) /, ''))
  if (weekday) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7
    return ok(addDays(today, text.startsWith('next ') && ahead === 0 ? 7 : ahead))
  }
  return isLocalDay(text) ? ok(text) : refuse({ code: 'plan-start-wrong', text: typed })
}

/**
 * Weeks run from Monday to Sunday. A start inside a week makes that week the first, from that day on; a race lies in the
 * last one, and what of the plan is before today is not asked for.
 */
export function alignStart(start: PlanStart, weeks: number, today: LocalDay): Result<Aligned, PlanRefusal> {
  const { on } = start
  const limit = addDays(today, DAYS_AHEAD)
  if (on < today) return refuse({ code: 'plan-start-past', on, today })
  if (on > limit) return refuse({ code: 'plan-start-far', on, limit })
  if (start.kind === 'start') {
    const startOn = mondayOf(on)
    return ok({ startOn, firstOn: on, lastOn: addDays(startOn, weeks * 7 - 1), raceOn: null })
  }
  const startOn = addDays(mondayOf(on), -7 * (weeks - 1))
  if (startOn < mondayOf(today)) return refuse({ code: 'race-too-soon', on, weeks, startsOn: startOn })
  return ok({
    startOn,
    firstOn: startOn < today ? today : startOn,
    lastOn: addDays(mondayOf(on), 6),
    raceOn: on,
  })
}
