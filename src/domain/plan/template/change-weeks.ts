import { MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import { printWorkout } from '../text/print-workout.ts'
import { type Block, isRepeat, type Step } from '../workout.ts'
import { requireWeek } from './decide-plan.ts'
import { PLAN_LIMITS, type PlanSession, type PlanWeek, type PlanWeeks, REST_DAY } from './plan.ts'
import type { PlanRefusal } from './plan-refusal.ts'

export type WeekChange =
  /** Week `from` also as week `to`, which it replaces, or which is added at the end. */
  | { kind: 'copy'; from: number; to: number }
  /** Every session so many days later (negative: earlier); what leaves the week at one end comes back at the other. */
  | { kind: 'shift'; week: number | null; days: number }
  | { kind: 'scale'; week: number; percent: number }

export const SCALE = { least: 50, most: 150 } as const

export function changeWeeks(weeks: PlanWeeks, change: WeekChange): Result<PlanWeeks, PlanRefusal> {
  switch (change.kind) {
    case 'copy': {
      const from = requireWeek(weeks, change.from)
      if (!from.ok) return from
      const week = weeks[from.value]
      if (change.to > PLAN_LIMITS.weeks) return refuse({ code: 'plan-full', limit: PLAN_LIMITS.weeks })
      if (change.to === weeks.length + 1 && week) return ok([...weeks, week])
      const to = requireWeek(weeks, change.to)
      return to.ok && week ? ok(weeks.with(to.value, week)) : (to as Result<never, PlanRefusal>)
    }
    case 'shift': {
      if (change.week === null) return ok(weeks.map(week => shifted(week, change.days)))
      const at = requireWeek(weeks, change.week)
      return at.ok
        ? ok(weeks.map((week, index) => (index === at.value ? shifted(week, change.days) : week)))
        : at
    }
    case 'scale': {
      const { percent } = change
      if (!(percent >= SCALE.least && percent <= SCALE.most)) {
        return refuse({ code: 'plan-scale-wrong', text: String(percent) })
      }
      const at = requireWeek(weeks, change.week)
      return at.ok
        ? ok(weeks.map((week, index) => (index === at.value ? scaled(week, percent / 100) : week)))
        : at
    }
  }
}

function shifted(week: PlanWeek, days: number): PlanWeek {
  return { ...week, days: week.days.map((_, at) => week.days.at((((at - days) % 7) + 7) % 7) ?? REST_DAY) }
}

function scaled(week: PlanWeek, factor: number): PlanWeek {
  return {
    ...week,
    days: week.days.map(day => ({ ...day, sessions: day.sessions.map(one => scaledSession(one, factor)) })),
  }
}

/** A workout with repeats gets more or fewer of them, any other longer or shorter steps. It is no longer the library's. */
function scaledSession(session: PlanSession, factor: number): PlanSession {
  const read = parseWorkout(session.text)
  if (!read.ok) return session
  const hasRepeats = read.value.some(isRepeat)
  const blocks = read.value.map((block): Block => {
    if (isRepeat(block)) return { ...block, times: Math.max(1, Math.round(block.times * factor)) }
    return hasRepeats ? block : scaledStep(block, factor)
  })
  const text = printWorkout(blocks)
  return text === session.text ? session : { text, title: null }
}

const SHORT_CM = 100_000

/** Whole hundreds of metres, halves of kilometres from ten on, whole minutes. */
function scaledStep(step: Step, factor: number): Step {
  const { length } = step
  if (length.kind === 'open') return step
  if (length.kind === 'duration') {
    const ms = Math.max(MINUTE_MS, Math.round((length.ms * factor) / MINUTE_MS) * MINUTE_MS)
    return length.ms < MINUTE_MS ? step : { ...step, length: { ...length, ms } }
  }
  if (length.cm < SHORT_CM) return step
  const unit = length.unit === 'mi' ? 16_093.44 : length.cm >= 10 * SHORT_CM ? 50_000 : 10_000
  const cm = Math.max(SHORT_CM, Math.round(Math.round((length.cm * factor) / unit) * unit))
  return { ...step, length: { ...length, cm } }
}
