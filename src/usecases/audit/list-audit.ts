import { AUDIT_PAGE_SIZE, type AuditPage } from '#domain/audit/audit-card.ts'
import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAuditEntries } from '#store/read/audit-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { type AuditAsked, auditFilterOf, auditScopeOf, namesIn } from './audit-scope.ts'

export type ListAudit = AuditAsked & { olderThan: number | null }

/** The head coach reads everything, an assistant coach what they did, an athlete what concerns them. */
export async function listAudit(
  { db, actor, now }: UnitOfReading,
  { olderThan, ...asked }: ListAudit,
): Promise<Result<AuditPage, NotAMember | MembershipRefusal | RangeRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId } = member.value
  const filter = await auditFilterOf(db, member.value, asked, now)
  if (!filter.ok) return filter
  const place = olderThan === null ? filter.value : { ...filter.value, olderThan }
  const entries = await listAuditEntries(db, organizationId, place, AUDIT_PAGE_SIZE)
  const lines = entries.slice(0, AUDIT_PAGE_SIZE)
  return ok({
    lines,
    names: await namesIn(db, organizationId, lines),
    olderThan: entries.length > lines.length ? (lines.at(-1)?.seq ?? null) : null,
    scope: auditScopeOf(member.value),
  })
}
