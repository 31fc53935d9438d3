import { csvText } from '#domain/text/csv.ts'
import type { AuditLine } from './audit-card.ts'

const COLUMNS = [
  'number',
  'at',
  'actor',
  'surface',
  'action',
  'target_kind',
  'target_id',
  'subject',
  'before',
  'after',
] as const

/** The audit as CSV by RFC 4180, with a byte order mark for Excel; instants in ISO 8601, UTC. */
export function auditCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map(line => [
    String(line.seq),
    new Date(line.at).toISOString(),
    line.actorName ?? 'Astral',
    line.surface,
    line.action,
    line.targetKind,
    line.targetId,
    line.subjectName ?? '',
    line.before === null ? '' : JSON.stringify(line.before),
    line.after === null ? '' : JSON.stringify(line.after),
  ])
  return csvText(COLUMNS, rows)
}
