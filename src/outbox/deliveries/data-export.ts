import { z } from 'zod'
import type { AccountId } from '#kernel/ids.ts'
import { dataExported } from '#views/privacy-done.ts'
import { delivery } from './delivery.ts'

/** Somebody's own data, packed when it is sent, into their direct message. */
export const dataExportDelivery = delivery({
  kind: 'data-export',
  payload: z.object({ accountId: z.string() }),
  async draw({ organizationId, exportData }, { accountId }) {
    return {
      kind: 'file',
      filename: 'astral-my-data.zip',
      bytes: await exportData(organizationId, accountId as AccountId),
      message: dataExported(),
    }
  },
})
