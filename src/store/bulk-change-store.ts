import type { BulkChange, BulkTrace } from '#domain/roster/bulk-change.ts'
import type { Attributes } from '#domain/roster/decide-attributes.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { listLabels } from './athlete-attributes-store.ts'
import type { Reading, Tx } from './db.ts'
import { dropChangesBefore } from './undo-log.ts'

export type BulkPerson = {
  accountId: AccountId
  /** The club's name for them, else Slack's. */
  name: string
  status: string
  sharesByDefault: boolean
  attributes: Attributes
  version: number
}

/** Present athletes with what a change of many goes by, in the order of their names; `ids` are at most some hundreds. */
export async function listBulkPeople(
  db: Reading,
  organizationId: OrganizationId,
  ids: readonly AccountId[],
): Promise<BulkPerson[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('r.role', '=', 'athlete')
    .where('m.account_id', 'in', ids)
    .orderBy('m.search_key')
    .select([
      'm.account_id',
      'm.status',
      'm.nickname',
      'm.member_level',
      'm.shares_by_default',
      'm.attributes_version',
      'a.display_name',
    ])
    .execute()
  const labels = Map.groupBy(await listLabels(db, organizationId, ids), label => label.accountId)
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    name: row.nickname ?? row.display_name,
    status: row.status,
    sharesByDefault: row.shares_by_default === 1,
    attributes: {
      nickname: row.nickname,
      memberLevel: row.member_level,
      labels: (labels.get(row.account_id) ?? []).map(({ label, key }) => ({ label, key })),
    },
    version: row.attributes_version,
  }))
}

/** Keeps what a change did for as long as it can be taken back, and drops those older than `keptSince`. */
export async function insertBulkChange(
  tx: Tx,
  organizationId: OrganizationId,
  change: Omit<BulkChange, 'undoneAt'>,
  traces: readonly { accountId: AccountId; trace: BulkTrace }[],
  keptSince: Instant,
): Promise<void> {
  await dropChangesBefore(tx, 'bulk', organizationId, keptSince)
  await tx
    .insertInto('bulk_changes')
    .values({
      id: change.id,
      organization_id: organizationId,
      made_by: change.madeBy,
      what: JSON.stringify(change.effect),
      made_at: change.madeAt,
      undone_at: null,
    })
    .execute()
  await tx
    .insertInto('bulk_change_people')
    .values(
      traces.map(({ accountId, trace }) => ({
        change_id: change.id,
        organization_id: organizationId,
        account_id: accountId,
        undo: JSON.stringify(trace),
      })),
    )
    .execute()
}

export async function findBulkChange(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<(BulkChange & { traces: Map<string, BulkTrace> }) | undefined> {
  const row = await db
    .selectFrom('bulk_changes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const people = await db
    .selectFrom('bulk_change_people')
    .select(['account_id', 'undo'])
    .where('organization_id', '=', organizationId)
    .where('change_id', '=', id)
    .execute()
  return {
    id: row.id,
    madeBy: row.made_by as AccountId,
    effect: JSON.parse(row.what) as BulkChange['effect'],
    madeAt: row.made_at as Instant,
    undoneAt: row.undone_at as Instant | null,
    traces: new Map(people.map(person => [person.account_id, JSON.parse(person.undo) as BulkTrace])),
  }
}

/** Of these, who came into the group at that instant and is still in it. */
export async function listJoinedAt(
  db: Reading,
  organizationId: OrganizationId,
  groupId: string,
  at: Instant,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('group_memberships')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('joined_at', '=', at)
    .where('left_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.account_id))
}
