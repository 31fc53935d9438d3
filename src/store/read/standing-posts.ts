import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

export type StandingPost = { outboxId: string; channelId: string; payloadJson: string }

/**
 * Leaderboards that stand in a channel or may be on their way there, queued since, oldest first. Left out are those
 * whose redrawing waits already: it draws what is true when it is sent.
 */
export async function listStandingBoards(
  db: Reading,
  organizationId: OrganizationId,
  since: Instant,
): Promise<StandingPost[]> {
  const standing = await boards(db, organizationId, since)
    .where('o.state', 'in', [sql.lit('sending'), sql.lit('sent')])
    .where('o.pulled_back_at', 'is', null)
    .execute()
  // Nobody knows yet whether these were posted; what was drawn for them is from before.
  const uncertain = await boards(db, organizationId, since)
    .where('o.state', '=', sql.lit('pending'))
    .where('o.is_uncertain', '=', 1)
    .execute()
  return [...standing, ...uncertain].map(row => ({
    outboxId: row.id,
    channelId: row.recipient,
    payloadJson: row.payload_json,
  }))
}

function boards(db: Reading, organizationId: OrganizationId, since: Instant) {
  return db
    .selectFrom('outbox as o')
    .where('o.organization_id', '=', organizationId)
    .where('o.kind', 'in', ['leaderboard', 'comparison'])
    .where('o.created_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as r')
            .select('r.id')
            .whereRef('r.organization_id', '=', 'o.organization_id')
            .whereRef('r.recipient', '=', 'o.recipient')
            .where('r.state', '=', sql.lit('pending'))
            .where('r.kind', '=', 'leaderboard-redraw')
            .where('r.payload_json', '=', sql<string>`'{"outboxId":"' || o.id || '"}'`),
        ),
      ),
    )
    .orderBy('o.id')
    .select(['o.id', 'o.recipient', 'o.payload_json'])
}
