import type { DomainEvent } from '#domain/event.ts'
import type { Member } from '#domain/organization/actor.ts'
import { type AccessRefusal, isCoach, requireMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { OrganizationId, OutboxId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading, Tx } from '#store/db.ts'
import { wasEverInGroup } from '#store/group-membership-store.ts'
import { findOutboxRow, markOutboxPulledBack, type OutboxRow } from '#store/outbox-store.ts'
import { findOutboxByKey } from '#store/read/feed-posts.ts'
import { feedKeys } from '../feed/feed-keys.ts'
import { readDayCard } from '../feed/read-day-card.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { findPosted, type Posted, type WhichPost } from './find-posted.ts'

/**
 * Takes a post out of its channel: for coaches, whoever set it up, and the athletes it is about, also those who left the
 * group, stopped sharing or were suspended since: their names may still stand there. The message and its picture are
 * deleted after the commit, a day's card together with what is in its thread.
 */
export async function pullBackPost(
  { tx, actor, now }: UnitOfWork,
  which: WhichPost,
): Promise<Result<Done<{ outboxId: string }>, AccessRefusal | BoardRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, status } = member.value
  const found = await findPosted(tx, organizationId, which)
  if (!found || found.row.posted_ts === null) return refuse({ code: 'post-gone' })
  const isCoaching = isCoach(actor) && status !== 'suspended'
  const mayPull = isCoaching || found.post.askedBy === accountId || (await isAbout(tx, member.value, found))
  if (!mayPull) return refuse({ code: 'not-your-post' })
  const events: DomainEvent[] = []
  for (const row of await together(tx, organizationId, found)) {
    const { posted_channel: channelId, posted_ts: ts } = row
    if (channelId === null || ts === null) continue
    if (await markOutboxPulledBack(tx, row, now)) events.push(pulledBack(organizationId, row, channelId, ts))
  }
  return events.length === 0
    ? refuse({ code: 'post-gone' })
    : ok({ value: { outboxId: found.row.id }, events })
}

/** Is the person, or their group, in it? */
async function isAbout(db: Reading, member: Member, { kind, post }: Posted): Promise<boolean> {
  const { organizationId, accountId } = member
  const isInGroup = (groupId: unknown) => wasEverInGroup(db, organizationId, String(groupId), accountId)
  switch (kind) {
    case 'leaderboard':
    case 'feed-digest':
      return isInGroup(post.groupId)
    case 'feed-run':
      return post.athleteId === accountId
    case 'feed-card':
    case 'feed-details': {
      const day = localDay(String(post.day))
      const card = await readDayCard(db, organizationId, { channelId: String(post.channelId), day })
      for (const { groupId } of card?.groups ?? []) if (await isInGroup(groupId)) return true
      return false
    }
    case 'comparison':
    case 'code-post':
      return false
  }
}

/** What goes with it: a card and the answer in its thread, the answer first. */
async function together(
  tx: Tx,
  organizationId: OrganizationId,
  { row, kind, post }: Posted,
): Promise<OutboxRow[]> {
  if (kind !== 'feed-card' && kind !== 'feed-details') {
    const now = await findOutboxRow(tx, organizationId, row.id)
    return now ? [now] : []
  }
  const [channelId, day] = [String(post.channelId), localDay(String(post.day))]
  const details = await findOutboxByKey(tx, organizationId, feedKeys.details(organizationId, channelId, day))
  const card = await findOutboxByKey(tx, organizationId, feedKeys.card(organizationId, channelId, day))
  return [details, card].flatMap(each => each ?? [])
}

function pulledBack(
  organizationId: OrganizationId,
  row: OutboxRow,
  channelId: string,
  ts: string,
): DomainEvent {
  return {
    type: 'post.pulled-back',
    organizationId,
    target: { kind: 'post', id: row.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: null,
    after: { outboxId: row.id as OutboxId, kind: row.kind, channelId, ts, fileId: row.posted_file_id },
  }
}
