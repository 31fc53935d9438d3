import { z } from 'zod'
import { zone } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { getAuditEntry } from '#usecases/audit/get-audit-entry.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { AUDIT_ACTIONS } from '#views/audit.ts'
import { auditDetails } from '#views/audit-details.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { freeAction } from '../kit/button.ts'

const seqSchema = z.coerce.number().int().positive()

export const auditDetailsButton = freeAction(AUDIT_ACTIONS.details, async (context, value) => {
  const { engine } = context.deps
  const seq = seqSchema.safeParse(value)
  if (!seq.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const entry = await ask(engine, context.who, getAuditEntry, seq.data)
  if (!entry.ok) return { say: words(refusalInWords(entry.refusal)) }
  const me = await ask(engine, context.who, whoAmI, {})
  const readerZone = me.ok && me.value.kind === 'member' ? me.value.zone : zone('UTC')
  return { open: auditDetails(entry.value, readerZone) }
})
