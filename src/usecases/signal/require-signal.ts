import type { Actor } from '#domain/organization/actor.ts'
import type { StandingSignal } from '#domain/signal/rank-signals.ts'
import { type SignalIdentity, signalKey } from '#domain/signal/signal.ts'
import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import { isStanding } from '#domain/signal/signal-state.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listSignalAthletes, type SignalAthlete } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import { listKeptSignals } from '#store/signal-store.ts'
import { type AthleteOf, type AthleteRefusal, requireOwnAthlete } from '../roster/require-athlete-of.ts'
import { findSignals } from './find-signals.ts'

export type FoundSignal = AthleteOf & { signal: StandingSignal; shown: SignalAthlete }

/** A signal that still waits, of an athlete in the care of the coach who asks. */
export async function requireSignal(
  db: Reading,
  actor: Actor,
  identity: Omit<SignalIdentity, 'athleteId'> & { athleteId: string },
  now: Instant,
): Promise<Result<FoundSignal, AthleteRefusal | SignalRefusal>> {
  const found = await requireOwnAthlete(db, actor, { accountId: identity.athleteId })
  if (!found.ok) return found
  const { organizationId, accountId } = found.value.athlete
  const athletes = await listSignalAthletes(db, organizationId, { accountIds: [accountId] })
  const settings = await findSignalSettings(db, organizationId)
  const signals = await findSignals(db, organizationId, { athletes, settings, viewer: 'coach', now })
  const signal = signals.find(each => each.rule === identity.rule && each.subject === identity.subject)
  const [shown] = athletes
  const kept = await listKeptSignals(db, organizationId, [accountId])
  const mine = signal && kept.get(signalKey(signal))
  if (!signal || !shown || !isStanding(mine, now)) return refuse({ code: 'signal-gone' })
  return ok({ ...found.value, shown, signal: { ...signal, foundAt: mine?.foundAt ?? now } })
}
