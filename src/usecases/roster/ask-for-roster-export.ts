import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** A coach asks for the roster as a CSV file, which comes in their DM; that they asked is recorded. */
export async function askForRosterExport(
  { actor, newId }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<{ exportId: string }>, AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const exportId = newId<string>()
  return ok({
    value: { exportId },
    events: [
      {
        type: 'roster.export-asked',
        organizationId,
        target: { kind: 'export', id: exportId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: { exportId, askedBy: accountId },
      },
    ],
  })
}
