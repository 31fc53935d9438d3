import { localDayAt } from '#domain/calendar/local-day.ts'
import type { WhichSession } from '#domain/plan/matching/kept-week.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { UnitOfReading } from '../../ask.ts'
import { readAdherence } from '../read-adherence.ts'
import { type MatchRefusal, requireMatchable, sessionsAround } from './match-by-hand.ts'

/** What an activity counts as, and what else it may have been. */
export async function whichSession(
  { db, actor, now }: UnitOfReading,
  activityId: string,
): Promise<Result<WhichSession, MatchRefusal>> {
  const found = await requireMatchable(db, actor, activityId)
  if (!found.ok) return found
  const { reader, activity } = found.value
  const sessions = await sessionsAround(db, reader, activity)
  if (sessions.length === 0) return refuse({ code: 'match-nothing-planned', name: reader.name })
  const [from, to] = [sessions[0]?.on ?? activity.localOn, sessions.at(-1)?.on ?? activity.localOn]
  const days = await readAdherence(db, {
    organizationId: reader.organizationId,
    accountIds: [reader.accountId],
    from,
    to,
    now,
    sees: (_, visibility) => reader.sees('activity', visibility),
  })
  const judged = (days.get(reader.accountId) ?? [])
    .flatMap(day => day.sessions)
    .find(({ match }) => match?.activity.id === activity.id)
  return ok({
    name: reader.name,
    activity,
    today: localDayAt(now, reader.zone),
    sessions,
    present: judged?.session ?? null,
    isByHand: judged?.match?.isByHand ?? false,
  })
}
