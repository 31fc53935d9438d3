import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { FeedRun } from '#domain/feed/feed-run.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import type { UnitOfReading } from '../ask.ts'
import { findPosted, type Posted, type WhichPost } from '../leaderboard/find-posted.ts'
import { readDayCard } from './read-day-card.ts'
import { readRunPost } from './read-run-post.ts'

export type PostedRuns = {
  /** Oldest first. */
  runs: FeedRun[]
  /** Is the message about this one run alone, and not one of many that happens to be the only one yet? */
  isSingle: boolean
}

/** The runs that a message in a channel shows now. */
export async function findPostedRuns(
  { db, actor }: UnitOfReading,
  which: WhichPost,
): Promise<Result<PostedRuns, AccessRefusal | FeedRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const found = await findPosted(db, member.value.organizationId, which)
  const runs = found ? await runsShownIn(db, member.value.organizationId, found) : []
  return found && runs.length > 0
    ? ok({ runs, isSingle: found.kind === 'feed-run' })
    : refuse({ code: 'not-a-run-post' })
}

async function runsShownIn(
  db: Reading,
  organizationId: OrganizationId,
  { kind, post, row }: Posted,
): Promise<FeedRun[]> {
  if (row.pulled_back_at !== null) return []
  if (kind === 'feed-run') {
    const read = await readRunPost(db, organizationId, {
      activityId: String(post.activityId),
      groupId: String(post.groupId),
      askedBy: String(post.askedBy),
    })
    return read ? [read.run] : []
  }
  if (kind !== 'feed-card' && kind !== 'feed-details') return []
  const place = { channelId: String(post.channelId), day: localDay(String(post.day)) }
  return [...((await readDayCard(db, organizationId, place))?.runs ?? [])]
}
