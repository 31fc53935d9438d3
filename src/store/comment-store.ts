import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type NewComment = {
  id: string
  organizationId: OrganizationId
  activityId: string
  authorId: AccountId
  text: string
  slackMessage: string | null
  createdAt: Instant
}
export type Comment = NewComment & { authorName: string }

/** False when that very message was kept before. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<boolean> {
  const { slackMessage } = comment
  if (slackMessage !== null) {
    const known = await tx
      .selectFrom('activity_comments')
      .select('id')
      .where('organization_id', '=', comment.organizationId)
      .where('slack_message', '=', slackMessage)
      .executeTakeFirst()
    if (known) return false
  }
  await tx
    .insertInto('activity_comments')
    .values({
      id: comment.id,
      organization_id: comment.organizationId,
      activity_id: comment.activityId,
      author_id: comment.authorId,
      text: comment.text,
      slack_message: slackMessage,
      created_at: comment.createdAt,
    })
    .execute()
  return true
}

export async function findComment(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Comment | undefined> {
  const row = await comments(db, organizationId).where('c.id', '=', id).executeTakeFirst()
  return row && commentOf(row)
}

/** What was said to each of the runs, oldest first; the author keeps their name when they leave. */
export async function listComments(
  db: Reading,
  organizationId: OrganizationId,
  activityIds: readonly string[],
): Promise<Map<string, Comment[]>> {
  if (activityIds.length === 0) return new Map()
  const rows = await comments(db, organizationId)
    .where('c.activity_id', 'in', activityIds)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  const found = new Map<string, Comment[]>()
  for (const row of rows) {
    found.set(row.activity_id, [...(found.get(row.activity_id) ?? []), commentOf(row)])
  }
  return found
}

function comments(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('activity_comments as c')
    .innerJoin('accounts as a', 'a.id', 'c.author_id')
    .where('c.organization_id', '=', organizationId)
    .select([
      'c.id',
      'c.organization_id',
      'c.activity_id',
      'c.author_id',
      'c.text',
      'c.slack_message',
      'c.created_at',
      'a.display_name',
    ])
}

function commentOf(row: {
  id: string
  organization_id: string
  activity_id: string
  author_id: string
  text: string
  slack_message: string | null
  created_at: number
  display_name: string
}): Comment {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    activityId: row.activity_id,
    authorId: row.author_id as AccountId,
    authorName: row.display_name,
    text: row.text,
    slackMessage: row.slack_message,
    createdAt: row.created_at as Instant,
  }
}
