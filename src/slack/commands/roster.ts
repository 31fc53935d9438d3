import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { askForRosterExport } from '#usecases/roster/ask-for-roster-export.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { rosterMessage, rosterModal } from '#views/roster.ts'
import { rosterExportOnItsWay } from '#views/roster-exported.ts'
import { freeCommand, subcommand } from '../kit/subcommand.ts'
import { readRosterTyped } from '../roster-typed.ts'

export const rosterCommand = freeCommand({
  name: 'roster',
  usage: 'roster [status:… level:… label:… group:… coach:@…] [mine] [nogroup] [name]',
  summary: 'The club’s athletes, to search and filter',
  example: 'roster status:inactive nogroup',
  audience: 'coach',
  async answer(context, words) {
    const typed = readRosterTyped(words)
    if (!typed.ok) return typed
    const { isMine, filters, ...input } = typed.value
    const me = await ask(context.deps.engine, context.who, whoAmI, {})
    const coachId = isMine && me.ok && me.value.kind === 'member' ? me.value.accountId : null
    const page = await ask(context.deps.engine, context.who, listRoster, {
      ...input,
      filters: { ...filters, coachId },
    })
    if (!page.ok) return page
    return words.length === 0
      ? ok({ kind: 'modal', view: rosterModal(page.value) })
      : ok({ kind: 'message', message: rosterMessage(page.value) })
  },
})

export const rosterCsvCommand = subcommand({
  name: 'roster csv',
  usage: 'roster csv',
  summary: 'The whole roster as a file in your direct message',
  example: 'roster csv',
  audience: 'coach',
  input: () => ok({}),
  useCase: askForRosterExport,
  view: rosterExportOnItsWay,
})
