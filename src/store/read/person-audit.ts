import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

/** When somebody last did a thing of this kind; undefined when never. One seek in the index of what is about them. */
export async function findLastDeed(
  db: Reading,
  organizationId: OrganizationId,
  subjectId: AccountId,
  action: string,
): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('audit_entries')
    .select('at')
    .where('organization_id', '=', organizationId)
    .where('subject_id', '=', subjectId)
    .where('action', '=', action)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.at as Instant)
}

/** The number of the entry of one target; undefined where there is none. */
export async function findEntrySeq(
  db: Reading,
  organizationId: OrganizationId,
  action: string,
  targetId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit_entries')
    .select('seq')
    .where('organization_id', '=', organizationId)
    .where('action', '=', action)
    .where('target_id', '=', targetId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq
}
