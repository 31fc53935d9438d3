import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { undoMany } from '#usecases/roster/undo-many.ts'
import { BULK_UNDO, bulkForm, manyRestoredModal } from '#views/bulk-form.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { ROSTER_ACTIONS } from '#views/roster.ts'
import { type Action, freeAction } from '../kit/button.ts'
import { rosterFilters } from './roster.ts'

const openButton = freeAction(ROSTER_ACTIONS.bulk, async (context, value, view) => {
  const filters = rosterFilters.parse(JSON.parse(value))
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  const page = await ask(context.deps.engine, context.who, listRoster, { filters })
  if (!page.ok) return { say: words(refusalInWords(page.refusal)) }
  const mayAssign = me.ok && me.value.kind === 'member' && me.value.roles.has('head-coach')
  const form = bulkForm(page.value, mayAssign)
  return view ? { push: form } : { open: form }
})

const undoButton = freeAction(BULK_UNDO, async (context, changeId) => {
  const { engine } = context.deps
  const done = await perform(engine, { who: context.who, surface: 'button' }, undoMany, { changeId })
  return {
    update: done.ok ? manyRestoredModal(done.value.restored) : refusedModal(refusalInWords(done.refusal)),
  }
})

/** Changes of many athletes at once. */
export const rosterBulkButtons: readonly Action[] = [openButton, undoButton]
