import type { AuditLine } from '#domain/audit/audit-card.ts'
import type { EventType } from '#domain/event.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { shownNameOf } from '../shown-name.ts'

export type AuditFilter = {
  /** Only what this account did. */
  actorId?: AccountId
  /** Only what this account did or what is about it. */
  personId?: AccountId
  /** Only what is about this account and it may read. */
  subjectId?: AccountId
  /** Only actions that start with this word, such as `group`. */
  kind?: string
  olderThan?: number
  /** From this instant on. */
  since?: Instant
  /** Before this instant. */
  until?: Instant
  /** This one entry. */
  seq?: number
}

/** Entries newest first, one more than `limit` at most, so that the caller knows whether there are older ones. */
export async function listAuditEntries(
  db: Reading,
  organizationId: OrganizationId,
  filter: AuditFilter,
  limit: number,
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit_entries as e')
    .leftJoin('audit_details as d', join =>
      join.onRef('d.organization_id', '=', 'e.organization_id').onRef('d.seq', '=', 'e.seq'),
    )
    .leftJoin('accounts as actor', 'actor.id', 'e.actor_id')
    .leftJoin('accounts as subject', 'subject.id', 'e.subject_id')
    .where('e.organization_id', '=', organizationId)
  if (filter.actorId) query = query.where('e.actor_id', '=', filter.actorId)
  const { personId } = filter
  if (personId) {
    query = query.where(({ or, eb }) =>
      or([eb('e.actor_id', '=', personId), eb('e.subject_id', '=', personId)]),
    )
  }
  if (filter.since !== undefined) query = query.where('e.at', '>=', filter.since)
  if (filter.until !== undefined) query = query.where('e.at', '<', filter.until)
  if (filter.seq !== undefined) query = query.where('e.seq', '=', filter.seq)
  if (filter.subjectId) {
    query = query.where('e.subject_id', '=', filter.subjectId).where('e.is_visible_to_subject', '=', 1)
  }
  if (filter.kind) query = query.where('e.action', 'like', `${filter.kind.replaceAll(/[%_]/g, '')}%`)
  if (filter.olderThan !== undefined) query = query.where('e.seq', '<', filter.olderThan)
  const rows = await query
    .orderBy('e.seq', 'desc')
    .limit(limit + 1)
    .select([
      'e.seq',
      'e.at',
      'e.surface',
      'e.action',
      'e.target_kind',
      'e.target_id',
      shownNameOf<string | null>('actor', organizationId).as('actor_name'),
      shownNameOf<string | null>('subject', organizationId).as('subject_name'),
      'd.detail_json',
    ])
    .execute()
  return rows.map(row => {
    const detail =
      row.detail_json === null ? null : (JSON.parse(row.detail_json) as Pick<AuditLine, 'before' | 'after'>)
    return {
      seq: row.seq,
      at: row.at as Instant,
      actorName: row.actor_name,
      surface: row.surface,
      action: row.action as EventType,
      targetKind: row.target_kind,
      targetId: row.target_id,
      subjectName: row.subject_name,
      before: detail?.before ?? null,
      after: detail?.after ?? null,
    }
  })
}
