import { ask } from '#usecases/ask.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { ROSTER_SEARCH, rosterModal } from '#views/roster.ts'
import { rosterPlace } from '../actions/roster.ts'
import type { Modal } from '../kit/modal.ts'

/** Its button searches for what was typed, within the filters. */
export const rosterSearchModal: Modal = {
  callbackId: 'roster',
  async submit(context, values, meta) {
    const { offset: _, ...filters } = rosterPlace.parse(meta)
    const text = values.text(ROSTER_SEARCH) ?? ''
    const page = await ask(context.deps.engine, context.who, listRoster, { filters: { ...filters, text } })
    return {
      kind: 'update',
      view: page.ok ? rosterModal(page.value) : refusedModal(refusalInWords(page.refusal)),
    }
  },
}
