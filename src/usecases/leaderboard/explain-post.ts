import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { PostExplained } from '#domain/ranking/post-explained.ts'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findBudget } from '#store/channel-budget-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findSchedule } from '#store/schedule-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { readDayCard } from '../feed/read-day-card.ts'
import { findPosted, type Posted, type WhichPost } from './find-posted.ts'

type Told = PostExplained extends infer Each ? (Each extends PostExplained ? Without<Each> : never) : never
type Without<Each> = Omit<Each, 'setByName' | 'budget'>

/** Why a post stands where it stands, for whoever reads it there: it says no more than the post itself. */
export async function explainPost(
  { db, actor }: UnitOfReading,
  which: WhichPost,
): Promise<Result<PostExplained, BoardRefusal>> {
  const { organizationId } = actor
  const found = await findPosted(db, organizationId, which)
  if (!found || !organizationId) return refuse({ code: 'post-gone' })
  const askedBy = String(found.post.askedBy ?? '')
  const accounts = await listAccounts(db, organizationId, [askedBy])
  return ok({
    ...(await toldOf(db, organizationId, found)),
    setByName: accounts.get(askedBy)?.displayName ?? 'Somebody who left',
    budget: await findBudget(db, organizationId, found.row.recipient),
  } as PostExplained)
}

async function toldOf(db: Reading, organizationId: OrganizationId, { kind, post }: Posted): Promise<Told> {
  const groupName = async () =>
    (await findGroup(db, organizationId, String(post.groupId) as GroupId))?.name ?? 'a group that is gone'
  const range = () => ({ from: localDay(String(post.from)), to: localDay(String(post.to)) })
  switch (kind) {
    case 'leaderboard':
      return {
        kind,
        groupName: await groupName(),
        range: range(),
        schedule: post.scheduleId
          ? ((await findSchedule(db, organizationId, String(post.scheduleId))) ?? null)
          : null,
      }
    case 'comparison':
      return { kind, range: range() }
    case 'code-post':
      return { kind: 'join-code' }
    case 'feed-run':
      return { kind: 'feed', groupNames: [await groupName()], mode: 'each', day: null }
    case 'feed-digest':
      return { kind: 'feed', groupNames: [await groupName()], mode: 'weekly', day: null }
    case 'feed-card':
    case 'feed-details': {
      const day = localDay(String(post.day))
      const card = await readDayCard(db, organizationId, { channelId: String(post.channelId), day })
      return { kind: 'feed', groupNames: (card?.groups ?? []).map(group => group.name), mode: 'daily', day }
    }
  }
}
