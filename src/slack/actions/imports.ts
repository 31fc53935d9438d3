import { z } from 'zod'
import { cancelImport } from '#usecases/import/end-import.ts'
import { IMPORT_ACTIONS } from '#views/import-words.ts'
import { words } from '#views/message.ts'
import { mrkdwn } from '#views/mrkdwn.ts'
import { type Action, button } from '../kit/button.ts'

/** Stops an archive of one's own; what is read of it stays. */
const cancelImportButton = button({
  actionId: IMPORT_ACTIONS.cancel,
  value: z.string(),
  useCase: cancelImport,
  pressed: (job, { deps }) => {
    void deps.importer.forget(job.id)
    return { replace: words(mrkdwn`Stopped reading *${job.fileName}* at ${job.nextEntry} of ${job.total}.`) }
  },
})

export const importButtons: readonly Action[] = [cancelImportButton]
