import type { EventOf } from '../event.ts'
import type { ImportSliceData } from './import-job.ts'

export type ImportData = { importId: string; fileName: string; total: number }

/** An entry for each slice, not for each activity: an archive holds thousands. */
export type ImportEvent =
  | EventOf<'import.started' | 'import.finished' | 'import.cancelled' | 'import.failed', ImportData>
  | EventOf<'import.slice-read', ImportSliceData>
