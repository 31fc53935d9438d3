import { z } from 'zod'
import { NO_FILTERS } from '#domain/roster/roster-card.ts'
import { rosterCsv } from '#domain/roster/roster-csv.ts'
import { listRoster } from '#store/read/roster-read.ts'
import { rosterExported } from '#views/roster-exported.ts'
import { delivery } from './delivery.ts'

const MOST_ROWS = 10_000

/** The club's athletes as a CSV file, for the coach who asked. */
export const rosterExportDelivery = delivery({
  kind: 'roster-export',
  payload: z.object({}),
  async draw({ db, organizationId }) {
    const { rows } = await listRoster(db, organizationId, NO_FILTERS, 0, MOST_ROWS)
    return {
      kind: 'file',
      filename: 'astral-roster.csv',
      bytes: new TextEncoder().encode(rosterCsv(rows)),
      message: rosterExported(rows.length),
    }
  },
})
