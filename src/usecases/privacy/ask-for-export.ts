import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import { HOUR_MS, MINUTE_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findLastDeed } from '#store/read/person-audit.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export const HOURS_BETWEEN_EXPORTS = 1

/** Somebody asks for a copy of everything that is theirs, once an hour at most; it comes as a file in their DM. */
export async function askForExport(
  { tx, actor, now, newId }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<{ exportId: string }>, NotAMember | { code: 'export-too-soon'; minutes: number }>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const last = await findLastDeed(tx, organizationId, accountId, 'data.export-asked')
  const nextAt = last === undefined ? now : last + HOURS_BETWEEN_EXPORTS * HOUR_MS
  if (nextAt > now) return refuse({ code: 'export-too-soon', minutes: Math.ceil((nextAt - now) / MINUTE_MS) })
  const exportId = newId<string>()
  return ok({
    value: { exportId },
    events: [
      {
        type: 'data.export-asked',
        organizationId,
        target: { kind: 'export', id: exportId },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { exportId },
      },
    ],
  })
}
