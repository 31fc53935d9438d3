import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { ActivityRefusal } from './activity-refusal.ts'
import type { FileRefusal } from './file-refusal.ts'

export type ImportState = 'running' | 'done' | 'cancelled' | 'failed'

/** An archive that is read in slices, entry by entry. */
export type ImportJob = {
  id: string
  organizationId: OrganizationId
  athleteId: AccountId
  fileName: string
  state: ImportState
  isStravaExport: boolean
  /** Entries that are read. */
  total: number
  /** Those before this one are done. */
  nextEntry: number
  /** Files of the archive that are no recordings by their name. */
  passedOver: number
  /** Where its progress is shown. */
  channelId: string | null
  messageTs: string | null
  createdAt: Instant
  finishedAt: Instant | null
}

/** What became of an entry; `known`: it was there already. */
export type EntryOutcome = 'added' | 'merged' | 'known' | 'refused'

export type ImportEntry = {
  entry: number
  name: string
  outcome: EntryOutcome
  /** How many activities it brought. */
  activities: number
  refusal: FileRefusal | ActivityRefusal | null
}

/** How far an import is, and what it brought so far. */
export type ImportProgress = {
  job: ImportJob
  /** Entries by what became of them. */
  counts: Readonly<Record<EntryOutcome, number>>
  /** Activities that are new. */
  activities: number
}

/** An import at its end: what was refused, in the archive's order. */
export type ImportSummary = ImportProgress & { refused: readonly ImportEntry[] }

/** What one slice of an archive brought. */
export type ImportSliceData = {
  importId: string
  addedIds: ActivityId[]
  mergedIds: ActivityId[]
  refused: number
}
