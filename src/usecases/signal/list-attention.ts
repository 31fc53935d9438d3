import { localDayAt } from '#domain/calendar/local-day.ts'
import type { Member } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { type RankedSignal, rankSignals, SIGNALS_MOST } from '#domain/signal/rank-signals.ts'
import { signalKey } from '#domain/signal/signal.ts'
import type { AttentionCard, AttentionItem } from '#domain/signal/signal-card.ts'
import { isStanding } from '#domain/signal/signal-state.ts'
import type { AccountId } from '#kernel/ids.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listChangedSince, listSignalAthletes } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import { findLastRound, listKeptSignals, listStandingSignals } from '#store/signal-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { findSignals } from './find-signals.ts'

/** After an import of half the club the rest waits for the morning. */
const CHANGED_MOST = 150
/** Signals noted before that are looked at again in one go. */
const SLICE = 15

/** Who needs the coach who asks, today. */
export async function listAttention({
  db,
  actor,
  now,
}: UnitOfReading): Promise<Result<AttentionCard, AccessRefusal>> {
  const coach = requireCoach(actor)
  return coach.ok ? ok(await attentionOf(db, coach.value, now)) : coach
}

/**
 * The signals that wait for a coach. Whom to look at is known from the last round over the club and from what changed
 * since; what is said of them is decided anew from their runs, so that nothing stands here that is not true any more.
 * Of those noted before, only as many are looked at as it takes to know the first five.
 */
export async function attentionOf(db: Reading, coach: Member, now: Instant): Promise<AttentionCard> {
  const { organizationId, accountId } = coach
  const isHead = coach.roles.has('head-coach')
  const round = await findLastRound(db, organizationId)
  const sinceRound = await listChangedSince(db, organizationId, round?.takenAt ?? instant(0))
  const changed = new Set(sinceRound.slice(0, CHANGED_MOST))
  const noted = await listStandingSignals(db, organizationId, now)
  const athletes = await listSignalAthletes(db, organizationId, {
    ...(isHead ? {} : { coachId: accountId }),
    accountIds: [...new Set([...changed, ...noted.map(each => each.athleteId)])],
  })
  const byId = new Map(
    athletes.filter(each => each.accountId !== accountId).map(each => [each.accountId, each]),
  )
  const settings = await findSignalSettings(db, organizationId)
  const standingOf = async (ids: readonly AccountId[]): Promise<AttentionItem[]> => {
    const some = ids.flatMap(id => byId.get(id) ?? [])
    const found = await findSignals(db, organizationId, { athletes: some, settings, viewer: 'coach', now })
    const kept = await listKeptSignals(db, organizationId, [...new Set(found.map(each => each.athleteId))])
    return found.flatMap(signal => {
      const mine = kept.get(signalKey(signal))
      const athlete = byId.get(signal.athleteId)
      if (!athlete || !isStanding(mine, now)) return []
      const today = localDayAt(now, athlete.zone)
      return [{ ...signal, foundAt: mine?.foundAt ?? now, name: athlete.name, today }]
    })
  }
  const standing = await standingOf([...changed])
  let waiting = rankSignals(noted.filter(each => byId.has(each.athleteId) && !changed.has(each.athleteId)))
  for (let next = waiting[0]; next && comesIn(standing, next); next = waiting[0]) {
    const ids = new Set(waiting.slice(0, SLICE).map(each => each.athleteId))
    standing.push(...(await standingOf([...ids])))
    waiting = waiting.filter(each => !ids.has(each.athleteId))
  }
  const ranked = rankSignals(standing)
  return {
    signals: ranked.slice(0, SIGNALS_MOST),
    more: Math.max(0, ranked.length - SIGNALS_MOST) + waiting.length,
    isOfOwnAthletes: !isHead,
    mayChange: isHead,
  }
}

/** Would it be among the first? */
function comesIn(standing: readonly RankedSignal[], next: RankedSignal): boolean {
  return rankSignals([...standing, next]).indexOf(next) < SIGNALS_MOST
}
