import type { AuditLine } from '#domain/audit/audit-card.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAuditEntries } from '#store/read/audit-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { namesIn, ownPart } from './audit-scope.ts'

export type AuditEntry = { line: AuditLine; names: ReadonlyMap<string, string> }

/** One entry with what was before and after, for whoever may read it. */
export async function getAuditEntry(
  { db, actor }: UnitOfReading,
  seq: number,
): Promise<Result<AuditEntry, NotAMember | { code: 'stale-button' }>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId } = member.value
  const [line] = await listAuditEntries(db, organizationId, { ...ownPart(member.value), seq }, 1)
  if (!line) return refuse({ code: 'stale-button' })
  return ok({ line, names: await namesIn(db, organizationId, [line]) })
}
