import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import { decideImportLine } from '#domain/roster/decide-import-line.ts'
import { indexImport } from '#domain/roster/import-index.ts'
import { readImportTable } from '#domain/roster/read-import-table.ts'
import {
  countOutcomes,
  IMPORT_VALID_MS,
  type ImportCounts,
  type ImportOutcome,
  type RosterImportRefusal,
} from '#domain/roster/roster-import.ts'
import { breathe } from '#kernel/breathe.ts'
import { instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { readImportFacts } from '#store/read/roster-import-read.ts'
import { insertRosterImport } from '#store/roster-import-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** Lines decided before others have their turn. */
const SLICE = 500

export type PlanImport = { rows: readonly (readonly string[])[]; isMailed: boolean }
export type PlannedImport = {
  importId: string
  fileName: string
  outcomes: ImportOutcome[]
  counts: ImportCounts
}

/** Says what each line of a roster file would do. Writes nothing. */
export async function planImport(
  { db, actor, now }: UnitOfReading,
  { rows, isMailed }: PlanImport,
): Promise<Result<ImportOutcome[], AccessRefusal | RosterImportRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const lines = readImportTable(rows)
  if (!lines.ok) return lines
  const facts = await readImportFacts(db, head.value.organizationId, now)
  const index = indexImport({ ...facts, isMailed })
  const outcomes: ImportOutcome[] = []
  for (const [at, line] of lines.value.entries()) {
    if (at % SLICE === SLICE - 1) await breathe()
    outcomes.push(decideImportLine(index, line))
  }
  return ok(outcomes)
}

/** More lines than the message shows come as a file. */
export const OUTCOMES_SHOWN = 20

/** Keeps a plan until the head coach applies or cancels it; a long one is sent to them as a file too. */
export async function keepImport(
  { tx, actor, now, newId }: UnitOfWork,
  { fileName, outcomes, isMailed }: { fileName: string; outcomes: ImportOutcome[]; isMailed: boolean },
): Promise<Result<Done<PlannedImport>, AccessRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId, accountId } = head.value
  const importId = newId<string>()
  const kept = {
    id: importId,
    organizationId,
    askedBy: accountId,
    fileName,
    outcomes,
    isMailed,
    createdAt: now,
  }
  await insertRosterImport(tx, { ...kept, state: 'waiting' }, instant(now - IMPORT_VALID_MS))
  const counts = countOutcomes(outcomes)
  return ok({
    value: { importId, fileName, outcomes, counts },
    events: [
      {
        type: 'roster.import-read',
        organizationId,
        target: { kind: 'import', id: importId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: { importId, askedBy: accountId, ...counts, hasReport: outcomes.length > OUTCOMES_SHOWN },
      },
    ],
  })
}
