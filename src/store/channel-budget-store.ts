import { sql } from 'kysely'
import { type ChannelBudget, DEFAULT_BUDGET } from '#domain/feed/channel-budget.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** The channel's own budget, or what every channel has. */
export async function findBudget(
  db: Reading,
  organizationId: OrganizationId,
  channelId: string,
): Promise<ChannelBudget> {
  const row = await db
    .selectFrom('channel_budgets')
    .select(['boards_a_week', 'runs_a_day'])
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  return row ? { boardsAWeek: row.boards_a_week, runsADay: row.runs_a_day } : DEFAULT_BUDGET
}

export async function upsertBudget(
  tx: Tx,
  organizationId: OrganizationId,
  channelId: string,
  budget: ChannelBudget,
  by: { accountId: AccountId; at: Instant },
): Promise<void> {
  const set = {
    boards_a_week: budget.boardsAWeek,
    runs_a_day: budget.runsADay,
    set_by: by.accountId,
    updated_at: by.at,
  }
  await tx
    .insertInto('channel_budgets')
    .values({ organization_id: organizationId, channel_id: channelId, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'channel_id']).doUpdateSet(set))
    .execute()
}

/**
 * Messages of a kind that stand in a channel since an instant, or are on their way there. For boards, `weekly` counts
 * those that came by schedule alone.
 */
export async function countPosts(
  db: Reading,
  organizationId: OrganizationId,
  channelId: string,
  { kind, since, isScheduled = false }: { kind: string; since: Instant; isScheduled?: boolean },
): Promise<number> {
  const standing = await db
    .selectFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('posted_channel', '=', channelId)
    // Slack's timestamps are seconds as text, of ten digits before the point until the year 2286.
    .where('posted_ts', '>=', (since / 1_000).toFixed(6))
    .where('kind', '=', kind)
    .where('pulled_back_at', 'is', null)
    .$if(isScheduled, query => query.where('payload_json', 'not like', '%"scheduleId":null%'))
    .select(eb => eb.fn.countAll<number>().as('posts'))
    .executeTakeFirst()
  const open = await db
    .selectFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', channelId)
    .where('state', 'in', [sql.lit('pending'), sql.lit('sending')])
    .where('kind', '=', kind)
    .where('created_at', '>=', since)
    .$if(isScheduled, query => query.where('payload_json', 'not like', '%"scheduleId":null%'))
    .select(eb => eb.fn.countAll<number>().as('posts'))
    .executeTakeFirst()
  return Number(standing?.posts ?? 0) + Number(open?.posts ?? 0)
}

export async function insertFoldedBoard(
  tx: Tx,
  folded: {
    organizationId: OrganizationId
    channelId: string
    localOn: LocalDay
    scheduleId: string
    payload: object
    at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('folded_boards')
    .values({
      organization_id: folded.organizationId,
      channel_id: folded.channelId,
      local_on: folded.localOn,
      schedule_id: folded.scheduleId,
      payload_json: JSON.stringify(folded.payload),
      created_at: folded.at,
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'channel_id', 'local_on', 'schedule_id']).doNothing(),
    )
    .execute()
}

export async function listFoldedBoards(
  db: Reading,
  organizationId: OrganizationId,
  channelId: string,
  localOn: LocalDay,
): Promise<unknown[]> {
  const rows = await db
    .selectFrom('folded_boards')
    .select('payload_json')
    .where('organization_id', '=', organizationId)
    .where('channel_id', '=', channelId)
    .where('local_on', '=', localOn)
    .orderBy('schedule_id')
    .execute()
  return rows.map(row => JSON.parse(row.payload_json) as unknown)
}
