import { z } from 'zod'
import { applyImport } from '#usecases/roster/apply-import.ts'
import { cancelImport, type ImportRefusal } from '#usecases/roster/settle-import.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { importApplied, importCancelled, ROSTER_IMPORT_ACTIONS } from '#views/roster-import.ts'
import { type Action, button, type Pressed } from '../kit/button.ts'

const value = z.string().transform(importId => ({ importId }))

/** What can no longer be applied takes its buttons with it. */
function refused(refusal: ImportRefusal): Pressed | null {
  const isOver = ['import-gone', 'import-expired', 'import-settled', 'import-stale'].includes(refusal.code)
  return isOver ? { replace: words(refusalInWords(refusal)) } : null
}

/** Apply and cancel a roster file. */
export const rosterImportButtons: readonly Action[] = [
  button({
    actionId: ROSTER_IMPORT_ACTIONS.apply,
    value,
    useCase: applyImport,
    pressed: applied => ({ replace: importApplied(applied) }),
    refused,
  }),
  button({
    actionId: ROSTER_IMPORT_ACTIONS.cancel,
    value,
    useCase: cancelImport,
    pressed: cancelled => ({ replace: importCancelled(cancelled) }),
    refused,
  }),
]
