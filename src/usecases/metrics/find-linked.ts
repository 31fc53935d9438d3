import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity } from '#store/activity-store.ts'
import { findPostAt } from '#store/read/feed-posts.ts'
import type { UnitOfReading } from '../ask.ts'
import { readDayCard } from '../feed/read-day-card.ts'

/** What a message of Astral's is about, for whoever follows its link: a run of the asker's own, or itself. */
export type Linked = { runId: string } | { outboxId: string }

export async function findLinked(
  { db, actor }: UnitOfReading,
  place: { channelId: string; ts: string },
): Promise<Result<Linked, AccessRefusal | BoardRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const row = await findPostAt(db, organizationId, place)
  // What was pulled back says nothing any more, and a direct message is of one person alone.
  if (!row || row.pulled_back_at !== null || !/^[CG]/.test(row.recipient))
    return refuse({ code: 'post-gone' })
  const post = JSON.parse(row.payload_json) as Readonly<Record<string, unknown>>
  if (row.kind === 'feed-run') {
    const run = await findActivity(db, organizationId, String(post.activityId))
    if (run?.athleteId === accountId) return ok({ runId: run.id })
  }
  if (row.kind === 'feed-card' || row.kind === 'feed-details') {
    const card = await readDayCard(db, organizationId, {
      channelId: String(post.channelId),
      day: localDay(String(post.day)),
    })
    const own = card?.runs.findLast(({ athleteId }) => athleteId === accountId)
    if (own) return ok({ runId: own.activityId })
  }
  return ok({ outboxId: row.id })
}
