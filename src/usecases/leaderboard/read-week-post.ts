import { fiveWays } from '#domain/ranking/five-ways.ts'
import type { WeekCard } from '#domain/ranking/week-card.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { type Instant, localDay, zone } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import type { BoardPost } from './read-board-post.ts'
import { readWeek } from './read-week.ts'

/** The week's card of a channel's post as it stands now, and who asked for it; null when its group is gone. */
export async function readWeekPost(
  db: Reading,
  organizationId: OrganizationId,
  post: BoardPost,
  now?: Instant,
): Promise<{ card: WeekCard; setByName: string } | null> {
  const group = await findGroup(db, organizationId, post.groupId)
  if (!group) return null
  const days = { range: { from: localDay(post.from), to: localDay(post.to) }, zone: zone(post.zone) }
  const { members, sharing, total } = await readWeek(db, { group, ...days, ...(now ? { now } : {}) })
  const accounts = await listAccounts(db, organizationId, [post.askedBy])
  return {
    card: { groupId: group.id, groupName: group.name, ...days, podiums: fiveWays(members), sharing, total },
    setByName: accounts.get(post.askedBy)?.displayName ?? 'somebody who left',
  }
}
