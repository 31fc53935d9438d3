import { VISIBILITIES, type Visibility } from '#domain/activity/activity.ts'
import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { mayShow, type ShownItem } from '#domain/privacy/may-show.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import type { AthleteKey } from '#store/vdot-store.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import { type AthleteRefusal, requireAthleteOf } from '../roster/require-athlete-of.ts'

/**
 * Whose metrics are looked at, in whose zone; `name` is null for one's own. `seen`: the runs of which the one who looks
 * may know.
 */
export type MetricsOf = { who: AthleteKey; zone: Zone; name: string | null; seen: readonly Visibility[] }

/** One's own metrics, or those of an athlete who shows their pace to the coach who looks. */
export async function metricsOf(
  db: Reading,
  actor: Actor,
  named: NamedMember | null,
): Promise<Result<MetricsOf, AccessRefusal | AthleteRefusal | MetricsRefusal>> {
  if (named === null) {
    const member = requireMember(actor)
    if (!member.ok) return member
    const { organizationId, accountId, zone } = member.value
    return ok({ who: { organizationId, athleteId: accountId }, zone, name: null, seen: VISIBILITIES })
  }
  const found = await requireAthleteOf(db, actor, named)
  if (!found.ok) return found
  const { coach, athlete, isMine } = found.value
  const { organizationId, accountId } = athlete
  const groups = await listGroupNamesOf(db, organizationId, [accountId])
  const item: Omit<ShownItem, 'visibility'> = {
    kind: 'pace',
    source: 'owned',
    athlete: {
      status: athlete.status,
      hasAnswered: groups.length > 0,
      sharesWithGroup: groups.some(group => group.isShared),
      switches: await findPrivacySwitches(db, organizationId, accountId),
    },
  }
  const viewer = { relation: isMine ? 'coach' : 'other-coach', isSuspended: false } as const
  const seen = VISIBILITIES.filter(visibility => mayShow({ ...item, visibility }, viewer, 'private'))
  if (!seen.includes('share')) return refuse({ code: 'metrics-hidden', name: athlete.displayName })
  const account = (await listAccounts(db, organizationId, [accountId])).get(accountId)
  return ok({
    who: { organizationId, athleteId: accountId },
    zone: account?.zone ?? coach.zone,
    name: athlete.displayName,
    seen,
  })
}
