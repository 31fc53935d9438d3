import type { Visibility } from '#domain/activity/activity.ts'
import { type ItemKind, mayShow, type Relation } from '#domain/privacy/may-show.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import { type ClubMember, findClubMember } from '#store/role-store.ts'

export type AthleteAsSeen = {
  /** Null for oneself. */
  name: string | null
  zone: Zone
  /** May the viewer see this of an activity with such a visibility? */
  sees: (visibility: Visibility) => boolean
}

/** An athlete as the viewer may see them now, themselves or a coach; null where nothing of that kind is theirs to see. */
export async function athleteAsSeen(
  db: Reading,
  organizationId: OrganizationId,
  { athleteId, viewerId }: { athleteId: AccountId; viewerId: AccountId },
  kind: ItemKind,
): Promise<AthleteAsSeen | null> {
  const viewer = await findClubMember(db, organizationId, { accountId: viewerId })
  const athlete = await findClubMember(db, organizationId, { accountId: athleteId })
  const relation = viewer && (await relationOf(db, viewer, athleteId))
  const account = (await listAccounts(db, organizationId, [athleteId])).get(athleteId)
  if (!viewer || !athlete || !relation || !account) return null
  const groups = await listGroupNamesOf(db, organizationId, [athleteId])
  const shown = {
    status: athlete.status,
    hasAnswered: groups.length > 0,
    sharesWithGroup: groups.some(group => group.isShared),
    switches: await findPrivacySwitches(db, organizationId, athleteId),
  }
  const sees = (visibility: Visibility) =>
    mayShow(
      { kind, visibility, source: 'owned', athlete: shown },
      { relation, isSuspended: viewer.status === 'suspended' },
      'private',
    )
  if (!sees('share')) return null
  return { name: relation === 'self' ? null : athlete.displayName, zone: account.zone, sees }
}

/** What the viewer is to the athlete; null for whoever is neither themselves nor a coach. */
async function relationOf(db: Reading, viewer: ClubMember, athleteId: AccountId): Promise<Relation | null> {
  if (viewer.accountId === athleteId) return 'self'
  if (viewer.roles.has('head-coach')) return 'coach'
  if (!viewer.roles.has('assistant-coach')) return null
  const isMine = await isAssigned(db, viewer.organizationId, viewer.accountId, athleteId)
  return isMine ? 'coach' : 'other-coach'
}
