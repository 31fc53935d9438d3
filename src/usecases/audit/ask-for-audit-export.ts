import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AuditAsked, auditFilterOf } from './audit-scope.ts'

/** The head coach asks for the audit as a CSV file, which comes in their DM; that they asked is itself recorded. */
export async function askForAuditExport(
  { tx, actor, now, newId }: UnitOfWork,
  asked: AuditAsked,
): Promise<Result<Done<{ exportId: string }>, AccessRefusal | MembershipRefusal | RangeRefusal>> {
  const coach = requireHeadCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const filter = await auditFilterOf(tx, coach.value, asked, now)
  if (!filter.ok) return filter
  const { personId, kind, since, until } = filter.value
  const exportId = newId<string>()
  return ok({
    value: { exportId },
    events: [
      {
        type: 'audit.export-asked',
        organizationId,
        target: { kind: 'export', id: exportId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: {
          exportId,
          askedBy: accountId,
          accountId: personId ?? null,
          kind: kind ?? null,
          since: since ?? null,
          until: until ?? null,
        },
      },
    ],
  })
}
