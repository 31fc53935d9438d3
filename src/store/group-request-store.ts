import {
  type JoinRequest,
  type JoinRequestLine,
  type JoinRequestState,
  joinRequestKey,
} from '#domain/group/join-request.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { GroupRequestsTable } from './schema-group-requests.ts'
import { shownName } from './shown-name.ts'

/** Inserts an open request; false when the same person's for that group is open since it was looked up. */
export async function insertJoinRequest(tx: Tx, request: JoinRequest): Promise<boolean> {
  const result = await tx
    .insertInto('group_requests')
    .values({
      id: request.id,
      organization_id: request.organizationId,
      group_id: request.groupId,
      account_id: request.accountId,
      state: request.state,
      asked_at: request.askedAt,
      answered_at: request.answeredAt,
      answered_by: request.answeredBy,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Closes an open request; false when somebody was quicker. */
export async function closeJoinRequest(tx: Tx, request: JoinRequest): Promise<boolean> {
  const result = await tx
    .updateTable('group_requests')
    .set({ state: request.state, answered_at: request.answeredAt, answered_by: request.answeredBy })
    .where('organization_id', '=', request.organizationId)
    .where('id', '=', request.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function findJoinRequest(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<JoinRequest | undefined> {
  const row = await db
    .selectFrom('group_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && requestOf(row)
}

/** Each person's newest request of a group, by group id; `accountId`'s own. */
export async function listOwnJoinRequests(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Map<string, JoinRequest>> {
  const rows = await db
    .selectFrom('group_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(row => [row.group_id, requestOf(row)]))
}

/**
 * Open requests of live groups, the oldest first, of members who are not in the group by now; only of groups that
 * `ownerId` owns unless it is null.
 */
export async function listOpenJoinRequests(
  db: Reading,
  organizationId: OrganizationId,
  { ownerId, limit }: { ownerId: AccountId | null; limit: number },
): Promise<JoinRequestLine[]> {
  let query = openRequests(db, organizationId)
    .innerJoin('groups as g', join => join.onRef('g.id', '=', 'q.group_id').on('g.deleted_at', 'is', null))
    .innerJoin('accounts as a', 'a.id', 'q.account_id')
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .limit(limit)
    .select([
      'q.id',
      'q.asked_at',
      'g.id as group_id',
      'g.name as group_name',
      shownName().as('display_name'),
    ])
  if (ownerId !== null) query = query.where('g.owner_id', '=', ownerId)
  const rows = await query.execute()
  return rows.map(row => ({
    requestId: row.id,
    groupId: row.group_id,
    groupName: row.group_name,
    askerName: row.display_name,
    askedAt: row.asked_at as Instant,
  }))
}

/** How many wait for an answer in one group. */
export async function countOpenJoinRequests(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
): Promise<number> {
  const row = await openRequests(db, organizationId)
    .where('q.group_id', '=', groupId)
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  return Number(row.open)
}

/** The messages by which a request was laid before those who answer it, with whose they are. */
export async function listJoinRequestMessages(
  db: Reading,
  organizationId: OrganizationId,
  requestId: string,
): Promise<{ outboxId: string; approverId: string }[]> {
  const prefix = joinRequestKey(requestId, '')
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'dedupe_key'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'join-request')
    // Ids are hexadecimal: every one of them lies between nothing and a `g`, in any collation.
    .where('dedupe_key', '>=', prefix)
    .where('dedupe_key', '<', joinRequestKey(requestId, 'g'))
    .orderBy('id')
    .execute()
  return rows.map(row => ({ outboxId: row.id, approverId: row.dedupe_key.slice(prefix.length) }))
}

/** Somebody's data goes: what they asked, and their name under what they answered. */
export async function eraseJoinRequests(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('group_requests')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .updateTable('group_requests')
    .set({ answered_by: null })
    .where('organization_id', '=', organizationId)
    .where('answered_by', '=', accountId)
    .execute()
}

function requestOf(row: GroupRequestsTable): JoinRequest {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    groupId: row.group_id as GroupId,
    accountId: row.account_id as AccountId,
    state: row.state as JoinRequestState,
    askedAt: row.asked_at as Instant,
    answeredAt: row.answered_at as Instant | null,
    answeredBy: row.answered_by as AccountId | null,
  }
}

/** What waits for an answer, of people who are still in the club and not in the group meanwhile. */
function openRequests(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('group_requests as q')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'q.account_id')
        .onRef('m.organization_id', '=', 'q.organization_id')
        .on('m.left_at', 'is', null),
    )
    .leftJoin('group_memberships as gm', join =>
      join
        .onRef('gm.group_id', '=', 'q.group_id')
        .onRef('gm.account_id', '=', 'q.account_id')
        .on('gm.left_at', 'is', null),
    )
    .where('q.organization_id', '=', organizationId)
    .where('q.state', '=', 'open')
    .where('gm.id', 'is', null)
}
