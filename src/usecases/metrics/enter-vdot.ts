import { parseActivityLine } from '#domain/activity/activity-line.ts'
import type { LineRefusal } from '#domain/activity/line-refusal.ts'
import { fastestEverMs } from '#domain/activity/world-records.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { PacesCard } from '#domain/metrics/metrics-card.ts'
import type { VdotEnteredData } from '#domain/metrics/metrics-event.ts'
import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { vdotOf } from '#domain/metrics/vdot.ts'
import type { VdotCandidate } from '#domain/metrics/vdot-history.ts'
import { requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { askForRecompute } from '#store/load-store.ts'
import { type AthleteKey, findVdotOn, upsertVdot } from '#store/vdot-store.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthleteRefusal, requireOwnAthlete } from '../roster/require-athlete-of.ts'
import { reckonLoads } from './reckon-loads.ts'
import { refoldVdot } from './refold-vdot.ts'
import { pacesCard } from './show-paces.ts'

/** `text`: a distance and a time as people write them, such as `5km 21:00`. */
export type EnterVdot = { athlete: NamedMember | null; text: string }

/** An athlete, or a coach for an athlete of theirs, says what they can run today; it holds from today on. */
export async function enterVdot(
  { tx, actor, now }: UnitOfWork,
  { athlete, text }: EnterVdot,
): Promise<
  Result<Done<PacesCard>, AthleteRefusal | MetricsRefusal | LineRefusal | { code: 'not-an-athlete' }>
> {
  const found = athlete ? await requireOwnAthlete(tx, actor, athlete) : requireAthlete(actor)
  if (!found.ok) return found
  const member = 'athlete' in found.value ? found.value.athlete : found.value
  const { organizationId, accountId } = member
  const account = (await listAccounts(tx, organizationId, [accountId])).get(accountId)
  if (actor.kind !== 'member') return refuse({ code: 'not-an-athlete' })
  const who: AthleteKey = { organizationId, athleteId: accountId }
  const line = parseActivityLine(text, { now, zone: account?.zone ?? actor.zone })
  if (!line.ok) return line
  const { distanceCm, durationMs } = line.value.measured
  if (distanceCm === null) return refuse({ code: 'performance-without-distance' })
  const vdot = vdotOf(distanceCm / 100, durationMs / 1_000)
  if (vdot === null || durationMs < fastestEverMs(distanceCm)) {
    return refuse({ code: 'performance-shows-nothing', why: whyNothing(durationMs) })
  }
  const today = localDayAt(now, account?.zone ?? actor.zone)
  const before = await findVdotOn(tx, who, today)
  const entry: VdotCandidate = {
    on: today,
    basis: 'entered',
    vdotMilli: Math.round(vdot * 1_000),
    distanceCm,
    durationMs,
    activityId: null,
    enteredBy: actor.accountId,
  }
  await upsertVdot(tx, who, entry, now)
  // What follows today is judged against what was entered.
  await refoldVdot(tx, who, today, now)
  const { reckoned, next } = await reckonLoads(tx, who, { from: today, until: null }, now)
  if (next) await askForRecompute(tx, who, next, now)
  const units = (await findAthleteProfile(tx, organizationId, actor.accountId))?.units ?? 'km'
  const card = pacesCard(athlete ? (account?.displayName ?? '') : null, entry, units, today)
  return ok({ value: card, events: [entered(who, before, entry, reckoned)] })
}

function entered(
  who: AthleteKey,
  before: VdotCandidate | undefined,
  after: VdotCandidate,
  reckoned: number,
): DomainEvent {
  const dataOf = (entry: VdotCandidate, count: number): VdotEnteredData => ({
    validFrom: entry.on,
    vdotMilli: entry.vdotMilli,
    distanceCm: entry.distanceCm,
    durationMs: entry.durationMs,
    reckoned: count,
  })
  return {
    type: 'vdot.entered',
    organizationId: who.organizationId,
    target: { kind: 'account', id: who.athleteId },
    subjectId: who.athleteId,
    isVisibleToSubject: true,
    before: before ? dataOf(before, 0) : null,
    after: dataOf(after, reckoned),
  }
}

function whyNothing(durationMs: number): 'short' | 'long' | 'beyond' {
  if (durationMs < 210_000) return 'short'
  return durationMs > 18_000_000 ? 'long' : 'beyond'
}
