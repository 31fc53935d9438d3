import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import { writeNote } from '#usecases/roster/write-note.ts'
import { NOTE_FORM, noteWrittenModal } from '#views/athlete-form.ts'
import { modal } from '../kit/modal.ts'

export const writeNoteModal = modal({
  callbackId: 'write-note',
  meta: z.object({ accountId: z.string() }),
  read: (values, meta) =>
    ok({ athlete: { accountId: meta.accountId }, text: values.text(NOTE_FORM.text) ?? '' }),
  useCase: writeNote,
  fieldOf: refusal => (refusal.code.startsWith('note-') ? NOTE_FORM.text : null),
  done: noteWrittenModal,
})
