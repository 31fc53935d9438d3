import { zone } from '#kernel/instant.ts'
import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { askForAuditExport } from '#usecases/audit/ask-for-audit-export.ts'
import { type ListAudit, listAudit } from '#usecases/audit/list-audit.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { auditPage } from '#views/audit.ts'
import { auditExportOnItsWay } from '#views/privacy-done.ts'
import { readAuditTyped } from '../audit-typed.ts'
import { findPerson } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand } from '../kit/subcommand.ts'

export const auditCommand = freeCommand({
  name: 'audit',
  usage: 'audit [csv] [@person] [group|invitation|activity|privacy …] [range]',
  summary: 'Who did what, and when; csv sends it as a file',
  example: 'audit group last week',
  audience: 'member',
  async answer(context, words) {
    const { personSlackId, kind, range, isCsv } = readAuditTyped(words)
    let bySlackUser: ListAudit['bySlackUser'] = null
    if (personSlackId !== null) {
      const person = await findPerson(context.client, context.teamId, personSlackId)
      if (!person.ok) return person
      bySlackUser = { slackUserId: personSlackId, name: person.value.displayName }
    }
    if (isCsv) {
      const { engine } = context.deps
      const deed = { who: context.who, surface: 'command' } as const
      const asked = await perform(engine, deed, askForAuditExport, { bySlackUser, kind, range })
      return asked.ok ? ok({ kind: 'message', message: auditExportOnItsWay() }) : asked
    }
    const message = await auditMessage(context, { bySlackUser, kind, range, olderThan: null })
    return message.ok ? ok({ kind: 'message', message: message.value }) : message
  },
})

export async function auditMessage(context: SlackContext, input: ListAudit) {
  const { engine } = context.deps
  const me = await ask(engine, context.who, whoAmI, {})
  const page = await ask(engine, context.who, listAudit, input)
  if (!page.ok) return page
  const readerZone = me.ok && me.value.kind === 'member' ? me.value.zone : zone('UTC')
  return ok(
    auditPage(page.value, {
      zone: readerZone,
      kind: input.kind,
      bySlackUserId: input.bySlackUser?.slackUserId ?? null,
      range: input.range ?? null,
    }),
  )
}
