import type { Visibility } from '#domain/activity/activity.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { DoneThing } from '#domain/plan/living/day-card.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import { type ItemKind, mayShow } from '#domain/privacy/may-show.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listDone } from '#store/read/done-read.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import { type AthleteRefusal, requireAthleteOf } from '../../roster/require-athlete-of.ts'

/** Whose plan somebody looks at, and what of it they may see. */
export type PlanReader = {
  organizationId: OrganizationId
  accountId: AccountId
  zone: Zone
  /** Null for one's own. */
  name: string | null
  /** May they change it? */
  mayChange: boolean
  sees: (kind: ItemKind, visibility: Visibility, source?: string) => boolean
}

export type ReaderRefusal = AccessRefusal | AthleteRefusal | LivingRefusal

/** One's own plan, or that of an athlete who shows their training to the coach who looks. */
export async function planReader(
  db: Reading,
  actor: Actor,
  athlete: NamedMember | null,
): Promise<Result<PlanReader, ReaderRefusal>> {
  const me = requireMember(actor)
  if (!me.ok) return me
  const isOwn =
    athlete === null ||
    ('accountId' in athlete
      ? athlete.accountId === me.value.accountId
      : athlete.slackUserId === me.value.slackUserId)
  if (isOwn) {
    const { organizationId, accountId, zone, status } = me.value
    return ok({
      organizationId,
      accountId,
      zone,
      name: null,
      mayChange: status !== 'suspended',
      sees: () => true,
    })
  }
  const found = await requireAthleteOf(db, actor, athlete)
  if (!found.ok) return found
  const { coach, isMine } = found.value
  const { organizationId, accountId, displayName, status } = found.value.athlete
  const groups = await listGroupNamesOf(db, organizationId, [accountId])
  const shown = {
    status,
    hasAnswered: groups.length > 0,
    sharesWithGroup: groups.some(group => group.isShared),
    switches: await findPrivacySwitches(db, organizationId, accountId),
  }
  const sees: PlanReader['sees'] = (kind, visibility, source = 'owned') =>
    mayShow(
      { kind, visibility, source: source === 'strava' ? 'strava-api' : 'owned', athlete: shown },
      { relation: isMine ? 'coach' : 'other-coach', isSuspended: false },
      'private',
    )
  if (!sees('activity', 'share')) return refuse({ code: 'plan-hidden', name: displayName })
  const account = (await listAccounts(db, organizationId, [accountId])).get(accountId)
  return ok({
    organizationId,
    accountId,
    zone: account?.zone ?? coach.zone,
    name: displayName,
    mayChange: isMine,
    sees,
  })
}

/** What was done on these days, as far as the reader may see it. */
export async function doneFor(
  db: Reading,
  reader: PlanReader,
  from: LocalDay,
  to: LocalDay,
): Promise<DoneThing[]> {
  const rows = await listDone(db, reader.organizationId, reader.accountId, from, to)
  return rows
    .filter(row => reader.sees('activity', row.visibility, row.source))
    .map(({ visibility: _, source: __, ...done }) => done)
}
