import { z } from 'zod'
import { weekBefore } from '#domain/calendar/weekly-occurrence.ts'
import { localDay } from '#kernel/instant.ts'
import { findGroup } from '#store/group-store.ts'
import { occurrenceMissed } from '#views/occurrence-missed.ts'
import { delivery } from './delivery.ts'

const payload = z.object({
  groupId: z.string(),
  channelId: z.string(),
  localOn: z.string(),
  weeks: z.number(),
})

export const occurrenceMissedDelivery = delivery({
  kind: 'occurrence-missed',
  payload,
  async draw({ db, organizationId }, missed) {
    const group = await findGroup(db, organizationId, missed.groupId)
    if (!group) return 'skip'
    const message = occurrenceMissed({
      groupName: group.name,
      channelId: missed.channelId,
      range: weekBefore(localDay(missed.localOn)),
      weeks: missed.weeks,
    })
    return { kind: 'post', message }
  },
})
