import { localDayAt } from '#domain/calendar/local-day.ts'
import type { PacesCard } from '#domain/metrics/metrics-card.ts'
import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { predictRace, RACE_METERS } from '#domain/metrics/race-prediction.ts'
import { trainingPaces } from '#domain/metrics/training-paces.ts'
import { raceSeconds } from '#domain/metrics/vdot.ts'
import type { VdotCandidate } from '#domain/metrics/vdot-history.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { findVdotOn } from '#store/vdot-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import type { AthleteRefusal } from '../roster/require-athlete-of.ts'
import { metricsOf } from './metrics-of.ts'

/** Training paces and race predictions: one's own, or of an athlete for their coach. */
export async function showPaces(
  { db, actor, now }: UnitOfReading,
  { athlete }: { athlete: NamedMember | null },
): Promise<Result<PacesCard, AthleteRefusal | MetricsRefusal>> {
  const found = await metricsOf(db, actor, athlete)
  if (!found.ok) return found
  const { who, zone, name, seen } = found.value
  const today = localDayAt(now, zone)
  const entry = await findVdotOn(db, who, today, seen)
  const profile =
    actor.kind === 'member' ? await findAthleteProfile(db, who.organizationId, actor.accountId) : undefined
  return ok(pacesCard(name, entry, profile?.units ?? 'km', today))
}

export function pacesCard(
  name: string | null,
  entry: VdotCandidate | undefined,
  units: 'km' | 'mi',
  today: LocalDay,
): PacesCard {
  if (!entry) return { name, vdot: null, units, today }
  const vdot = entry.vdotMilli / 1_000
  // An entry without a race of its own is taken for the 10 km of that VDOT.
  const performance =
    entry.distanceCm !== null && entry.durationMs !== null
      ? { meters: entry.distanceCm / 100, seconds: entry.durationMs / 1_000 }
      : { meters: 10_000, seconds: raceSeconds(vdot, 10_000) }
  const predictions = Object.values(RACE_METERS).map(meters => predictRace(performance, meters))
  return { name, vdot: { entry, paces: trainingPaces(vdot), predictions }, units, today }
}
