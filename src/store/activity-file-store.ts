import type { FileFormat } from '#domain/activity/file-refusal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** A file as it came, packed for keeping. */
export type KeptFile = {
  sha256: string
  format: FileFormat
  /** Bytes as it came. */
  sizeBytes: number
  /** Gzip: the file itself where it came as one. */
  packed: Uint8Array
}

export async function insertActivityFile(
  tx: Tx,
  owner: { organizationId: OrganizationId; athleteId: AccountId },
  file: KeptFile,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('activity_files')
    .values({
      organization_id: owner.organizationId,
      account_id: owner.athleteId,
      sha256: file.sha256,
      format: file.format,
      size_bytes: file.sizeBytes,
      packed: file.packed,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Takes away the files of which no activity is left. */
export async function deleteUnusedFiles(
  tx: Tx,
  organizationId: OrganizationId,
  athleteId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('activity_files')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('activity_origins as o')
            .select('o.id')
            .where('o.organization_id', '=', organizationId)
            .where('o.account_id', '=', athleteId)
            .whereRef('o.file_sha256', '=', 'activity_files.sha256'),
        ),
      ),
    )
    .execute()
}

/** Takes away one file; the activities that came from it stay. Says whether it was there. */
export async function deleteActivityFile(
  tx: Tx,
  owner: { organizationId: OrganizationId; athleteId: AccountId },
  sha256: string,
): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('activity_files')
    .where('organization_id', '=', owner.organizationId)
    .where('account_id', '=', owner.athleteId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

/** The activities of which a file is kept, and which files those are. */
export async function listFilesOf(
  db: Reading,
  organizationId: OrganizationId,
  activityIds: readonly string[],
): Promise<{ activityId: string; sha256: string }[]> {
  if (activityIds.length === 0) return []
  const rows = await db
    .selectFrom('activity_origins as o')
    .innerJoin('activity_files as f', join =>
      join
        .onRef('f.account_id', '=', 'o.account_id')
        .onRef('f.organization_id', '=', 'o.organization_id')
        .onRef('f.sha256', '=', 'o.file_sha256'),
    )
    .where('o.organization_id', '=', organizationId)
    .where('o.activity_id', 'in', activityIds)
    .select(['o.activity_id', 'f.sha256'])
    .execute()
  return rows.map(row => ({ activityId: row.activity_id, sha256: row.sha256 }))
}

/** What is kept of somebody, newest first, without the bytes. */
export async function listKeptFiles(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
): Promise<{ sha256: string; format: FileFormat; packedBytes: number }[]> {
  const rows = await db
    .selectFrom('activity_files')
    .select(({ fn }) => ['sha256', 'format', fn<number>('length', ['packed']).as('packed_bytes')])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .orderBy('created_at', 'desc')
    .orderBy('sha256')
    .execute()
  return rows.map(row => ({
    sha256: row.sha256,
    format: row.format as FileFormat,
    packedBytes: row.packed_bytes,
  }))
}

/** A kept file's bytes in gzip; undefined when it is gone. */
export async function readKeptFile(
  db: Reading,
  owner: { organizationId: OrganizationId; athleteId: AccountId },
  sha256: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('activity_files')
    .select('packed')
    .where('organization_id', '=', owner.organizationId)
    .where('account_id', '=', owner.athleteId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.packed
}
