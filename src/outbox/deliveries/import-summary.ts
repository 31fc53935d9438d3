import { z } from 'zod'
import { readImportSummary } from '#store/import-store.ts'
import { importSummary, REFUSED_IN_MESSAGE, refusedCsv } from '#views/import-words.ts'
import { delivery } from './delivery.ts'

/** What an archive brought; with the whole list of what was refused where that is long. */
export const importSummaryDelivery = delivery({
  kind: 'import-summary',
  payload: z.object({ importId: z.string() }),
  async draw({ db, organizationId }, { importId }) {
    const summary = await readImportSummary(db, organizationId, importId)
    if (!summary) return 'skip'
    const message = importSummary(summary)
    if (summary.refused.length <= REFUSED_IN_MESSAGE) return { kind: 'post', message }
    return {
      kind: 'file',
      filename: 'astral-not-imported.csv',
      bytes: new TextEncoder().encode(refusedCsv(summary.refused)),
      message,
    }
  },
})
