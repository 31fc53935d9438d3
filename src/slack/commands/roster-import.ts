import { requireHeadCoach } from '#domain/organization/policy.ts'
import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { howToImport } from '#views/roster-import.ts'
import { freeCommand } from '../kit/subcommand.ts'

/** Slack's commands take no files: this says where to drop one. */
export const rosterImportCommand = freeCommand({
  name: 'roster import',
  usage: 'roster import',
  summary: 'Change the roster by a CSV file: how it looks and where to drop it',
  example: 'roster import',
  audience: 'head-coach',
  async answer(context) {
    const me = await ask(context.deps.engine, context.who, whoAmI, {})
    const head = me.ok ? requireHeadCoach(me.value) : me
    return head.ok ? ok({ kind: 'message', message: howToImport() }) : head
  },
})
