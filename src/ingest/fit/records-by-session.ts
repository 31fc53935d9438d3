import { type FitFields, positiveField, timeField } from './fit-fields.ts'

/**
 * Deals the records out to the sessions, each getting those between the end of the one before and its own. Only ends are
 * asked: on real multisport files a start was corrected by satellite time while the records before it were not.
 */
export function recordsBySession(
  sessions: readonly FitFields[],
  records: readonly FitFields[],
): readonly (readonly FitFields[])[] {
  if (sessions.length === 1) return [records]
  const ends = sessions.map(sessionEnd)
  const dealt: FitFields[][] = sessions.map(() => [])
  for (const record of records) {
    const at = timeField(record, 'timestamp')
    if (at === undefined) continue
    const index = ends.findIndex(end => at <= end)
    dealt[index]?.push(record)
  }
  return dealt
}

/** Milliseconds; a session whose timestamp is only its start again ends when its elapsed time is over. */
function sessionEnd(session: FitFields): number {
  const start = timeField(session, 'start_time') ?? 0
  const end = timeField(session, 'timestamp') ?? 0
  return end > start ? end : start + (positiveField(session, 'total_elapsed_time') ?? 0) * 1_000
}
