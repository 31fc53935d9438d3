import type { ImportRefusal } from '#domain/activity/archive-refusal.ts'
import type { ImportJob } from '#domain/activity/import-job.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findImport, updateImport } from '#store/import-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { importEvent } from './import-event.ts'

/** Whose archive it is stops reading it; what was read of it stays. */
export async function cancelImport(
  { tx, actor, now }: UnitOfWork,
  importId: string,
): Promise<Result<Done<ImportJob>, AccessRefusal | ImportRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const job = await findImport(tx, organizationId, importId)
  if (job?.athleteId !== accountId || job.state !== 'running') return refuse({ code: 'import-over' })
  await updateImport(tx, job, { state: 'cancelled', finishedAt: now })
  const cancelled: ImportJob = { ...job, state: 'cancelled', finishedAt: now }
  return ok({ value: cancelled, events: [importEvent('import.cancelled', cancelled)] })
}

/** An archive that cannot be read to its end: the file is gone, or its athlete may no longer log. */
export async function failImport(
  { tx, actor, now }: UnitOfWork,
  importId: string,
): Promise<Result<Done<ImportJob>, ImportRefusal>> {
  const job = actor.kind === 'system' ? await findImport(tx, actor.organizationId, importId) : undefined
  if (job?.state !== 'running') return refuse({ code: 'import-over' })
  await updateImport(tx, job, { state: 'failed', finishedAt: now })
  const failed: ImportJob = { ...job, state: 'failed', finishedAt: now }
  return ok({ value: failed, events: [importEvent('import.failed', failed)] })
}
