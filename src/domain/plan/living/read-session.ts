import { DEFAULT_PACES, type ZonePaces } from '../step-pace.ts'
import type { PlannedSession } from '../template/enrollment.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import { workoutTotals } from '../workout-totals.ts'
import type { SessionRead } from './day-card.ts'

/** What a session asks for, at the paces of whoever runs it. */
export function readSession(session: PlannedSession, paces: ZonePaces = DEFAULT_PACES): SessionRead {
  const read = parseWorkout(session.text)
  const blocks = read.ok ? read.value : []
  return { session, blocks, totals: workoutTotals(blocks, paces) }
}
