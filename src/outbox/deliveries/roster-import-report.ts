import { z } from 'zod'
import { findRosterImport } from '#store/roster-import-store.ts'
import { importReportCsv, importReported } from '#views/roster-import.ts'
import { delivery } from './delivery.ts'

/** What each line of a roster file would do, for the head coach who dropped it. */
export const rosterImportReportDelivery = delivery({
  kind: 'roster-import-report',
  payload: z.object({ importId: z.string() }),
  async draw({ db, organizationId }, { importId }) {
    const kept = await findRosterImport(db, organizationId, importId)
    if (!kept) return 'skip'
    return {
      kind: 'file',
      filename: 'astral-roster-import.csv',
      bytes: new TextEncoder().encode(importReportCsv(kept.outcomes)),
      message: importReported(kept.fileName, kept.outcomes.length),
    }
  },
})
