import type { SubType } from '#domain/activity/sub-type.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { ActivityFact } from '../athlete-facts.ts'
import type { Find } from '../decide-signals.ts'
import { between } from './recent.ts'

/** Runs that should feel the same from week to week. */
const EASY: ReadonlySet<SubType> = new Set(['easy-run', 'recovery', 'long-run'])
const NOW_DAYS = 14
const BEFORE_DAYS = 42
const LEAST_NOW = 4
const LEAST_BEFORE = 6

/** So far back the beginning of a drift is looked for. */
const SPELL_DAYS = 42

/** Easy runs of two weeks felt so many tenths of a point harder than those of the six weeks before. */
export const effortDrift: Find = ({ activities, today }, tenths) => {
  const drift = driftOn(activities, today, tenths)
  if (!drift) return []
  // Named by the day on which it was first so, that it stays the same signal for as long as it lasts.
  const days = Array.from({ length: SPELL_DAYS }, (_, index) => addDays(today, index + 1 - SPELL_DAYS))
  const since = days.find(day => driftOn(activities, day, tenths) !== null) ?? today
  return [{ rule: 'effort', since, ...drift }]
}

function driftOn(activities: readonly ActivityFact[], today: LocalDay, tenths: number) {
  const firstNow = addDays(today, 1 - NOW_DAYS)
  const now = efforts(between(activities, firstNow, today))
  const before = efforts(between(activities, addDays(firstNow, -BEFORE_DAYS), addDays(firstNow, -1)))
  if (now.length < LEAST_NOW || before.length < LEAST_BEFORE) return null
  const drift = { now: average(now), before: average(before), runs: now.length }
  return (drift.now - drift.before) * 10 < tenths ? null : drift
}

function efforts(activities: readonly ActivityFact[]): number[] {
  return activities.flatMap(({ subType, effort }) => (EASY.has(subType) && effort !== null ? [effort] : []))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
