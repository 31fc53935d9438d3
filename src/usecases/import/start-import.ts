import type { ImportRefusal } from '#domain/activity/archive-refusal.ts'
import type { ImportJob } from '#domain/activity/import-job.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { hasRunningImport, insertImport } from '#store/import-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { importEvent } from './import-event.ts'

export type StartImport = Pick<
  ImportJob,
  'id' | 'fileName' | 'isStravaExport' | 'total' | 'passedOver' | 'channelId' | 'messageTs'
>

/** May whoever asks have an archive read now? Asked before half a gigabyte is fetched. */
export async function checkImport(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<null, AccessRefusal | ImportRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  if (await hasRunningImport(db, organizationId, accountId)) return refuse({ code: 'import-running' })
  return ok(null)
}

/** An athlete has an archive read, one at a time. */
export async function startImport(
  { tx, actor, now }: UnitOfWork,
  input: StartImport,
): Promise<Result<Done<ImportJob>, AccessRefusal | ImportRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  if (await hasRunningImport(tx, organizationId, accountId)) return refuse({ code: 'import-running' })
  const job: ImportJob = {
    ...input,
    fileName: cleanName(input.fileName).slice(0, 200),
    organizationId,
    athleteId: accountId,
    state: 'running',
    nextEntry: 0,
    createdAt: now,
    finishedAt: null,
  }
  await insertImport(tx, job)
  return ok({ value: job, events: [importEvent('import.started', job)] })
}
