import { parseActivityLine } from '#domain/activity/activity-line.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import type { LoggedRun } from '#domain/activity/logged-runs.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { addActivity } from './add-activity.ts'
import { loggedRun } from './logged-run.ts'

export type LogLine = {
  /** Such as `8.2km 45:10 easy`. */
  text: string
  /** It is another run than the one it looks like. */
  isAgain: boolean
}

/** An athlete logs what they typed in one line, read in their own zone. */
export async function logLine(
  unit: UnitOfWork,
  { text, isAgain }: LogLine,
): Promise<Result<Done<LoggedRun>, AccessRefusal | ActivityRefusal>> {
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const line = parseActivityLine(text, { now: unit.now, zone: athlete.value.zone })
  if (!line.ok) return line
  const { measured, localOn, zone, note, perceivedEffort, startIsAssumed } = line.value
  const added = await addActivity(unit, athlete.value, {
    measured,
    source: 'line',
    localOn,
    zone,
    name: '',
    note,
    perceivedEffort,
    fileSha256: null,
    startIsAssumed,
    isAgain,
  })
  if (!added.ok) return added
  return ok(await loggedRun(unit, added.value, startIsAssumed))
}
