import { localDayAt } from '#domain/calendar/local-day.ts'
import type { Member } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { rankSignals, SIGNALS_MOST } from '#domain/signal/rank-signals.ts'
import { signalKey } from '#domain/signal/signal.ts'
import type { AttentionCard, AttentionItem } from '#domain/signal/signal-card.ts'
import { isStanding } from '#domain/signal/signal-state.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listChangedSince, listSignalAthletes } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import { findLastRound, listAthletesWithSignals, listKeptSignals } from '#store/signal-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { findSignals } from './find-signals.ts'

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
 */
export async function attentionOf(db: Reading, coach: Member, now: Instant): Promise<AttentionCard> {
  const { organizationId, accountId } = coach
  const isHead = coach.roles.has('head-coach')
  const round = await findLastRound(db, organizationId)
  const changed = await listChangedSince(db, organizationId, round?.takenAt ?? instant(0))
  const noticed = await listAthletesWithSignals(db, organizationId)
  const athletes = await listSignalAthletes(db, organizationId, {
    ...(isHead ? {} : { coachId: accountId }),
    accountIds: [...new Set([...changed, ...noticed])],
  })
  const settings = await findSignalSettings(db, organizationId)
  const others = athletes.filter(athlete => athlete.accountId !== accountId)
  const found = await findSignals(db, organizationId, { athletes: others, settings, viewer: 'coach', now })
  const kept = await listKeptSignals(db, organizationId, [...new Set(found.map(each => each.athleteId))])
  const byId = new Map(others.map(athlete => [athlete.accountId, athlete]))
  const standing = found.flatMap((signal): AttentionItem[] => {
    const mine = kept.get(signalKey(signal))
    const athlete = byId.get(signal.athleteId)
    if (!athlete || !isStanding(mine, now)) return []
    const today = localDayAt(now, athlete.zone)
    return [{ ...signal, foundAt: mine?.foundAt ?? now, name: athlete.name, today }]
  })
  const ranked = rankSignals(standing)
  return {
    signals: ranked.slice(0, SIGNALS_MOST),
    more: Math.max(0, ranked.length - SIGNALS_MOST),
    isOfOwnAthletes: !isHead,
    mayChange: isHead,
  }
}
