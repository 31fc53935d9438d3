import type { ImportEvent } from '../activity/import-event.ts'
import type { Notice } from './notice.ts'

type ImportEnd = Extract<ImportEvent, { type: 'import.finished' | 'import.cancelled' | 'import.failed' }>

/** However an import ends, its athlete gets one summary. */
export function importNoticesOf(event: ImportEnd): Notice[] {
  if (!event.after || !event.subjectId) return []
  const { importId } = event.after
  return [
    {
      kind: 'import-summary',
      to: { accountId: event.subjectId },
      dedupeKey: `import-summary:${importId}`,
      payload: { importId },
    },
  ]
}
