import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'

export async function upsertSecret(
  tx: Tx,
  row: { organizationId: OrganizationId; accountId: AccountId; kind: string },
  sealed: string,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('connection_secrets')
    .values({
      organization_id: row.organizationId,
      account_id: row.accountId,
      kind: row.kind,
      sealed,
      updated_at: now,
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'account_id', 'kind']).doUpdateSet({ sealed, updated_at: now }),
    )
    .execute()
}

export async function findSecret(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  kind: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('connection_secrets')
    .select('sealed')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.sealed
}

export async function deleteSecret(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  kind: string,
): Promise<void> {
  await tx
    .deleteFrom('connection_secrets')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .execute()
}

/** Is there anything that needs the encryption key? */
export async function hasSecrets(db: Db): Promise<boolean> {
  return (await db.selectFrom('connection_secrets').select('kind').limit(1).executeTakeFirst()) !== undefined
}

/** Seals every secret of the whole database anew. Gives how many were changed; one that cannot be opened is thrown. */
export async function resealSecrets(
  tx: Tx,
  reseal: (sealed: string, row: { organizationId: string; accountId: string; kind: string }) => string | null,
): Promise<number> {
  let changed = 0
  for (const row of await tx.selectFrom('connection_secrets').selectAll().execute()) {
    const { organization_id: organizationId, account_id: accountId, kind } = row
    const sealed = reseal(row.sealed, { organizationId, accountId, kind })
    if (sealed === null) continue
    await tx
      .updateTable('connection_secrets')
      .set({ sealed })
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .where('kind', '=', kind)
      .execute()
    changed += 1
  }
  return changed
}
