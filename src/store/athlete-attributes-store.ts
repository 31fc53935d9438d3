import type { Attributes } from '#domain/roster/decide-attributes.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { updateSearchKey } from './search-key-store.ts'

export type KeptAttributes = Attributes & { version: number }

/** What coaches keep of a present member; undefined when they are not in the club. */
export async function findAttributes(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<KeptAttributes | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select(['nickname', 'member_level', 'attributes_version'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const labels = await listLabels(db, organizationId, [accountId])
  return {
    nickname: row.nickname,
    memberLevel: row.member_level,
    labels: labels.map(({ label, key }) => ({ label, key })),
    version: row.attributes_version,
  }
}

/** Writes them over the version the coach saw; false when somebody was quicker. */
export async function updateAttributes(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  attributes: Attributes,
  seenVersion: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('memberships')
    .set({
      nickname: attributes.nickname,
      member_level: attributes.memberLevel,
      attributes_version: seenVersion + 1,
    })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .where('attributes_version', '=', seenVersion)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await updateSearchKey(tx, accountId)
  await tx
    .deleteFrom('athlete_labels')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  if (attributes.labels.length > 0) {
    await tx
      .insertInto('athlete_labels')
      .values(
        attributes.labels.map(({ label, key }) => ({
          organization_id: organizationId,
          account_id: accountId,
          label,
          label_key: key,
        })),
      )
      .execute()
  }
  return true
}

/** Labels of several athletes, in alphabetical order. */
export async function listLabels(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<{ accountId: string; label: string; key: string }[]> {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('athlete_labels')
    .select(['account_id', 'label', 'label_key'])
    .where('organization_id', '=', organizationId)
    .where('account_id', 'in', accountIds)
    .orderBy('label_key')
    .execute()
  return rows.map(row => ({ accountId: row.account_id, label: row.label, key: row.label_key }))
}

export async function insertNote(
  tx: Tx,
  note: {
    id: string
    organizationId: OrganizationId
    athleteId: AccountId
    authorId: AccountId
    text: string
    createdAt: Instant
  },
): Promise<void> {
  await tx
    .insertInto('athlete_notes')
    .values({
      id: note.id,
      organization_id: note.organizationId,
      athlete_id: note.athleteId,
      author_id: note.authorId,
      text: note.text,
      created_at: note.createdAt,
      deleted_at: null,
    })
    .execute()
}

/** Private notes about an athlete, newest first; only those of `authorId` unless it is null. */
export async function listNotes(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  authorId: AccountId | null,
): Promise<{ id: string; authorId: string; text: string; createdAt: Instant }[]> {
  let query = db
    .selectFrom('athlete_notes')
    .select(['id', 'author_id', 'text', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
  if (authorId !== null) query = query.where('author_id', '=', authorId)
  const rows = await query.execute()
  return rows.map(row => ({
    id: row.id,
    authorId: row.author_id,
    text: row.text,
    createdAt: row.created_at as Instant,
  }))
}
