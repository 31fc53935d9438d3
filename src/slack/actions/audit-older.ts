import { z } from 'zod'
import { AUDIT_ACTIONS } from '#views/audit.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { auditMessage } from '../commands/audit.ts'
import { freeAction } from '../kit/button.ts'

const valueSchema = z.object({
  olderThan: z.number(),
  kind: z.string().nullable(),
  bySlackUserId: z.string().nullish(),
  range: z.string().nullish(),
})

export const olderAuditButton = freeAction(AUDIT_ACTIONS.older, async (context, value) => {
  const { olderThan, kind, bySlackUserId, range } = valueSchema.parse(JSON.parse(value))
  const bySlackUser = bySlackUserId ? { slackUserId: bySlackUserId, name: 'That person' } : null
  const page = await auditMessage(context, {
    bySlackUser,
    kind,
    olderThan,
    range: range ?? null,
  })
  return page.ok ? { replace: page.value } : { say: words(refusalInWords(page.refusal)) }
})
