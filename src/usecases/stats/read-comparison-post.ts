import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Comparison } from '#domain/ranking/group-stats.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { listGroups } from '#store/group-store.ts'
import { readComparison } from './compare-groups.ts'

/** The groups beside each other as a channel may know it, and who asked for it. Private groups are not named there. */
export async function readComparisonPost(
  db: Reading,
  organizationId: OrganizationId,
  post: { range: DayRange; zone: Zone; askedBy: string },
): Promise<{ comparison: Comparison; setByName: string }> {
  const groups = (await listGroups(db, organizationId)).filter(group => group.privacy === 'public')
  const { range, zone } = post
  const comparison = await readComparison(db, { organizationId, groups, range, zone, isForChannel: true })
  const accounts = await listAccounts(db, organizationId, [post.askedBy])
  return { comparison, setByName: accounts.get(post.askedBy)?.displayName ?? 'somebody who left' }
}
