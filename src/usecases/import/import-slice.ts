import type { ActivitySource, Measured } from '#domain/activity/activity.ts'
import { ACTIVITY_NAME_MAX, ACTIVITY_NOTE_MAX } from '#domain/activity/activity-limits.ts'
import type { ImportRefusal } from '#domain/activity/archive-refusal.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { ImportEntry, ImportJob, ImportSliceData } from '#domain/activity/import-job.ts'
import { isRun, type SubType } from '#domain/activity/sub-type.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, type Athlete, requireAthlete } from '#domain/organization/policy.ts'
import { cleanName, cleanNote } from '#domain/text/clean-text.ts'
import { breathe } from '#kernel/breathe.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertActivityFile, type KeptFile } from '#store/activity-file-store.ts'
import { findImport, insertImportEntry, updateImport } from '#store/import-store.ts'
import { askForRecompute } from '#store/load-store.ts'
import { findActivityIdByExternalId } from '#store/origin-store.ts'
import { addActivity } from '../activity/add-activity.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { importEvent } from './import-event.ts'

/** What the athlete once wrote of an activity, in the list that came with it. */
export type GivenWords = {
  externalId: string
  name: string
  /** Null where it says nothing that we know. */
  subType: SubType | null
  note: string
  perceivedEffort: number | null
}

/** An entry as it was read. */
export type ReadEntry = { name: string } & (
  | { kind: 'refused'; refusal: FileRefusal }
  | {
      kind: 'read'
      source: ActivitySource
      activities: readonly Measured[]
      file: KeptFile | null
      given: GivenWords | null
    }
)

export type ImportSlice = {
  importId: string
  /** The number of the first of the entries: the one that is to come next. */
  from: number
  entries: readonly ReadEntry[]
}

/** Writes what some entries of an archive hold, and remembers that they are done: both or neither. */
export async function importSlice(
  unit: UnitOfWork,
  { importId, from, entries }: ImportSlice,
): Promise<Result<Done<ImportJob>, AccessRefusal | ImportRefusal>> {
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const { tx, now } = unit
  const { organizationId, accountId } = athlete.value
  const job = await findImport(tx, organizationId, importId)
  if (job?.athleteId !== accountId || job.state !== 'running' || job.nextEntry !== from) {
    return refuse({ code: 'import-over' })
  }
  const slice: ImportSliceData = { importId, addedIds: [], mergedIds: [], refused: 0 }
  const days = new Set<LocalDay>()
  const touched = new Set<LocalDay>()
  for (const [index, entry] of entries.entries()) {
    const done = await importEntry(unit, athlete.value, entry, { slice, days, touched })
    if (done.outcome === 'refused') slice.refused += 1
    await insertImportEntry(tx, job, { ...done, entry: from + index, name: entry.name.slice(0, 200) })
    await breathe()
  }
  const nextEntry = from + entries.length
  const isLast = nextEntry >= job.total
  await updateImport(tx, job, { nextEntry, ...(isLast ? { state: 'done', finishedAt: now } : {}) })
  const after: ImportJob = { ...job, nextEntry, ...(isLast ? { state: 'done', finishedAt: now } : {}) }
  const [first] = [...touched].sort()
  // Loads and VDOT of thousands are the clock's work; it begins with the earliest day.
  if (first) await askForRecompute(tx, { organizationId, athleteId: accountId }, first, now)
  const posts =
    days.size > 0
      ? await outdatedPosts(unit, { organizationId, accountId, cause: 'activity', days: [...days] })
      : []
  return ok({
    value: after,
    events: [
      {
        type: 'import.slice-read',
        organizationId,
        target: { kind: 'import', id: importId },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: slice,
      },
      ...(isLast ? [importEvent('import.finished', after)] : []),
      ...posts,
    ],
  })
}

type Outcome = Pick<ImportEntry, 'outcome' | 'activities' | 'refusal'>

async function importEntry(
  unit: UnitOfWork,
  athlete: Athlete,
  entry: ReadEntry,
  so: { slice: ImportSliceData; days: Set<LocalDay>; touched: Set<LocalDay> },
): Promise<Outcome> {
  if (entry.kind === 'refused') return { outcome: 'refused', activities: 0, refusal: entry.refusal }
  const { organizationId, accountId, zone } = athlete
  const { source, activities, file, given } = entry
  if (
    given &&
    !file &&
    (await findActivityIdByExternalId(unit.tx, organizationId, accountId, given.externalId))
  ) {
    return { outcome: 'known', activities: 0, refusal: null }
  }
  const only = activities.length === 1 ? given : null
  const counts = { added: 0, merged: 0, known: 0 }
  let refusal: Outcome['refusal'] = null
  const siblings = []
  for (const measured of activities) {
    const added = await addActivity(
      unit,
      athlete,
      {
        measured: { ...measured, subType: kindOf(measured.subType, only?.subType ?? null) },
        source,
        localOn: localDayAt(measured.startedAt, zone),
        zone,
        name: cleanName(only?.name ?? '').slice(0, ACTIVITY_NAME_MAX),
        note: cleanNote(only?.note ?? '').slice(0, ACTIVITY_NOTE_MAX),
        perceivedEffort: only?.perceivedEffort ?? null,
        fileSha256: file?.sha256 ?? null,
        externalId: given?.externalId ?? null,
        startIsAssumed: false,
        isAgain: false,
      },
      siblings,
    )
    if (!added.ok) {
      if (added.refusal.code === 'activity-duplicate-file') counts.known += 1
      else refusal ??= added.refusal
      continue
    }
    const { activity, before } = added.value
    so.touched.add(activity.localOn)
    if (before) so.touched.add(before.localOn)
    siblings.push(activity)
    if (before) {
      counts.merged += 1
      so.slice.mergedIds.push(activity.id)
      so.days.add(before.localOn).add(activity.localOn)
    } else {
      counts.added += 1
      so.slice.addedIds.push(activity.id)
    }
  }
  if (file && counts.added + counts.merged > 0) {
    await insertActivityFile(unit.tx, { organizationId, athleteId: accountId }, file, unit.now)
  }
  if (counts.added > 0) return { outcome: 'added', activities: counts.added, refusal: null }
  if (counts.merged > 0) return { outcome: 'merged', activities: counts.merged, refusal: null }
  return counts.known > 0 || !refusal
    ? { outcome: 'known', activities: 0, refusal: null }
    : { outcome: 'refused', activities: 0, refusal }
}

/** The athlete's word for it, unless the recording knows more: a list says `Run` of a treadmill. */
function kindOf(recorded: SubType, given: SubType | null): SubType {
  if (given === null || given === 'other') return recorded
  return given === 'easy-run' && isRun(recorded) ? recorded : given
}
