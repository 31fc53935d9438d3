import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type Kudos = { isByButton: boolean; reactions: readonly string[] }

/** How somebody cheers for a run; undefined when they do not. */
export async function findKudos(
  db: Reading,
  organizationId: OrganizationId,
  activityId: string,
  accountId: AccountId,
): Promise<Kudos | undefined> {
  const row = await db
    .selectFrom('kudos')
    .select(['is_by_button', 'reactions'])
    .where('organization_id', '=', organizationId)
    .where('activity_id', '=', activityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { isByButton: row.is_by_button === 1, reactions: row.reactions.split(',').filter(Boolean) }
}

/** One cheer a person and run, however it is given; with neither button nor reaction there is none. */
export async function putKudos(
  tx: Tx,
  organizationId: OrganizationId,
  key: { activityId: string; accountId: AccountId },
  { isByButton, reactions }: Kudos,
  now: Instant,
): Promise<void> {
  if (!isByButton && reactions.length === 0) {
    await tx
      .deleteFrom('kudos')
      .where('organization_id', '=', organizationId)
      .where('activity_id', '=', key.activityId)
      .where('account_id', '=', key.accountId)
      .execute()
    return
  }
  const set = { is_by_button: isByButton ? (1 as const) : (0 as const), reactions: reactions.join(',') }
  await tx
    .insertInto('kudos')
    .values({
      organization_id: organizationId,
      activity_id: key.activityId,
      account_id: key.accountId,
      ...set,
      given_at: now,
    })
    .onConflict(conflict => conflict.columns(['activity_id', 'account_id']).doUpdateSet(set))
    .execute()
}

/** Who cheered for each of the runs, first to last. */
export async function listCheerers(
  db: Reading,
  organizationId: OrganizationId,
  activityIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (activityIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('kudos as k')
    .innerJoin('accounts as a', 'a.id', 'k.account_id')
    .leftJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'k.account_id')
        .onRef('m.organization_id', '=', 'k.organization_id')
        .on('m.left_at', 'is', null),
    )
    .where('k.organization_id', '=', organizationId)
    .where('k.activity_id', 'in', activityIds)
    .orderBy('k.given_at')
    .orderBy('k.account_id')
    .select(eb => ['k.activity_id', eb.fn.coalesce('m.nickname', 'a.display_name').as('name')])
    .execute()
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(row.activity_id, [...(found.get(row.activity_id) ?? []), row.name])
  return found
}
