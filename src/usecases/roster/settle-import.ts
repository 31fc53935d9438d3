import { type AccessRefusal, type HeadCoach, requireHeadCoach } from '#domain/organization/policy.ts'
import { IMPORT_VALID_MS, type RosterImportRefusal } from '#domain/roster/roster-import.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findRosterImport, type RosterImport, settleRosterImport } from '#store/roster-import-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type ImportRefusal = AccessRefusal | RosterImportRefusal
export type Waiting = { head: HeadCoach; kept: RosterImport }

/** The file as it was read, marked as settled; whoever settles it second is told so. */
export async function settleImport(
  { tx, actor, now }: UnitOfWork,
  importId: string,
  state: 'applied' | 'cancelled',
): Promise<Result<Waiting, ImportRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const kept = await findRosterImport(tx, organizationId, importId)
  if (!kept) return refuse({ code: 'import-gone' })
  if (kept.state !== 'waiting') return refuse({ code: 'import-settled', state: kept.state })
  if (now - kept.createdAt > IMPORT_VALID_MS) return refuse({ code: 'import-expired' })
  if (!(await settleRosterImport(tx, organizationId, importId, state))) {
    return refuse({ code: 'import-settled', state })
  }
  return ok({ head: head.value, kept })
}

/** The head coach changes their mind: nothing of the file is done. */
export async function cancelImport(
  unit: UnitOfWork,
  { importId }: { importId: string },
): Promise<Result<Done<{ fileName: string }>, ImportRefusal>> {
  const settled = await settleImport(unit, importId, 'cancelled')
  if (!settled.ok) return settled
  return ok({ value: { fileName: settled.value.kept.fileName }, events: [] })
}
