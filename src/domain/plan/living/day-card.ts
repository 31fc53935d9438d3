import type { SubType } from '#domain/activity/sub-type.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { PlannedSession, RunningPlan } from '../template/enrollment.ts'
import type { Blocks } from '../workout.ts'
import type { WorkoutTotals } from '../workout-totals.ts'

/** Something done, as far as the reader may see it. */
export type DoneThing = {
  activityId: string
  name: string
  subType: SubType
  localOn: LocalDay
  distanceCm: number | null
  durationMs: number
}

/** A planned session with what its text says; no blocks where the text cannot be read any more. */
export type SessionRead = { session: PlannedSession; blocks: Blocks; totals: WorkoutTotals }

/** Whose days these are, and how the reader sees them. */
export type DaysOf = {
  accountId: string
  /** Null for one's own. */
  name: string | null
  today: LocalDay
  units: 'km' | 'mi'
  /** Null where it is not known, or not shown to the reader. */
  vdot: number | null
  plans: RunningPlan[]
  /** May the reader move and change sessions? */
  mayChange: boolean
  /** Whom to ask for a plan. */
  coachName: string | null
}

export type DayCard = DaysOf & { on: LocalDay; sessions: SessionRead[]; done: DoneThing[] }

export type WeekCard = DaysOf & {
  /** Its Monday. */
  from: LocalDay
  sessions: SessionRead[]
  done: DoneThing[]
}
