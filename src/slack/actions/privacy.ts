import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#kernel/result.ts'
import { type ModalView, words } from '#views/message.ts'
import { PRIVACY_ACTIONS } from '#views/privacy-form.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import { deleteDataView, exportData, privacyView } from '../privacy-view.ts'

export const privacyButtons: readonly Action[] = [
  freeAction(PRIVACY_ACTIONS.open, async context => opened(await privacyView(context))),
  freeAction(PRIVACY_ACTIONS.deleteData, async context => opened(await deleteDataView(context))),
  freeAction(PRIVACY_ACTIONS.exportData, async context => {
    const message = await exportData(context, 'button')
    return { say: message.ok ? message.value : words(refusalInWords(message.refusal)) }
  }),
]

function opened(view: Result<ModalView, Refusal>): Pressed {
  return view.ok ? { open: view.value } : { say: words(refusalInWords(view.refusal)) }
}
