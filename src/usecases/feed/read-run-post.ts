import type { FeedRun } from '#domain/feed/feed-run.ts'
import { showInChannel } from '#domain/feed/show-run.ts'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { listRunInGroups } from '#store/read/feed-rows.ts'

/** The run of a message of its own, as it may be shown now; null when there is nothing to show any more. */
export async function readRunPost(
  db: Reading,
  organizationId: OrganizationId,
  post: { activityId: string; groupId: string; askedBy: string },
): Promise<{ run: FeedRun; groupName: string; setByName: string } | null> {
  const group = await findGroup(db, organizationId, post.groupId as GroupId)
  const rows = await listRunInGroups(db, organizationId, post.activityId)
  const row = rows.find(candidate => candidate.groupId === post.groupId)
  const run = row && showInChannel(row)
  if (!group || !run) return null
  const accounts = await listAccounts(db, organizationId, [post.askedBy])
  return {
    run,
    groupName: group.name,
    setByName: accounts.get(post.askedBy)?.displayName ?? 'somebody who left',
  }
}
