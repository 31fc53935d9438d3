import { zone } from '#kernel/instant.ts'
import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { type ListAudit, listAudit } from '#usecases/audit/list-audit.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { auditPage } from '#views/audit.ts'
import { findPerson } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand } from '../kit/subcommand.ts'

export const auditCommand = freeCommand({
  name: 'audit',
  usage: 'audit [@person] [group|invitation|activity|schedule …]',
  summary: 'Who did what, and when',
  example: 'audit group',
  audience: 'member',
  async answer(context, words) {
    const named = words.find(word => word.kind === 'person')
    const kind = words.find(word => word.kind === 'text')?.text.toLowerCase() ?? null
    let bySlackUser: ListAudit['bySlackUser'] = null
    if (named) {
      const person = await findPerson(context.client, context.teamId, named.slackUserId)
      if (!person.ok) return person
      bySlackUser = { slackUserId: named.slackUserId, name: person.value.displayName }
    }
    const message = await auditMessage(context, { bySlackUser, kind, olderThan: null })
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
    }),
  )
}
