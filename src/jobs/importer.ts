import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import type { ImportProgress } from '#domain/activity/import-job.ts'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import { archiveFolder } from '#ingest/zip/archive-folder.ts'
import { openArchive } from '#ingest/zip/open-archive.ts'
import { planArchive } from '#ingest/zip/plan-archive.ts'
import { SECOND_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listRunningImports, type RunningImport, readImportProgress } from '#store/import-store.ts'
import { failImport } from '#usecases/import/end-import.ts'
import { importSlice } from '#usecases/import/import-slice.ts'
import type { StartImport } from '#usecases/import/start-import.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { readSlice } from './read-slice.ts'

/** An archive that was kept and looked into, and may be started. */
export type KeptArchive = Pick<StartImport, 'id' | 'total' | 'isStravaExport' | 'passedOver'>

export type Importer = {
  /** Keeps an archive as it comes and says what is in it. Rejects when it stops coming. */
  keep(body: AsyncIterable<Uint8Array>): Promise<Result<KeptArchive, ArchiveRefusal>>
  /** Forgets a kept archive that is not to be read. */
  forget(importId: string): Promise<void>
  /** There is something to read. */
  wake(): void
  /** Goes on with what was under way when the process ended. */
  start(): void
  /** Resolves when the slice under way is done. */
  stop(): Promise<void>
  /** Resolves when nothing is left to read. */
  settled(): Promise<void>
}

export type ImporterOptions = {
  engine: Engine
  decoder: FileDecoder
  logger: Logger
  /** Where archives wait while they are read. */
  folder: string
  /** Shows how far an import is; may fail. */
  tell: (progress: ImportProgress) => Promise<void>
}

/** So often at most is progress shown. */
const TELL_EVERY_MS = 3 * SECOND_MS

/** Reads archives one after another, slice by slice; a slice that was not written is read again after a crash. */
export function createImporter({ engine, decoder, logger, folder, tell }: ImporterOptions): Importer {
  const archives = archiveFolder(folder)
  let running: Promise<void> | null = null
  let isWanted = false
  let isStopping = false

  async function readAll(): Promise<void> {
    do {
      isWanted = false
      for (const job of await listRunningImports(engine.db)) {
        if (isStopping) return
        await readOne(job).catch(error => giveUp(job, error))
      }
    } while (isWanted && !isStopping)
  }

  async function readOne(job: RunningImport): Promise<void> {
    const archive = await openArchive(archives.pathOf(job.id))
    if (!archive.ok) throw new Error(archive.refusal.code)
    try {
      const plan = await planArchive(archive.value)
      if (!plan.ok) throw new Error(plan.refusal.code)
      const who = { kind: 'slack', teamId: job.slackTeamId, userId: job.slackUserId } as const
      let toldAt = 0
      for (;;) {
        const progress = await readImportProgress(engine.db, job.organizationId, job.id)
        // Whoever deletes their data takes their archive with them.
        if (!progress) break
        if (progress.job.state !== 'running' || engine.realNow() - toldAt >= TELL_EVERY_MS) {
          toldAt = engine.realNow()
          await tell(progress).catch(error =>
            logger.warn('progress of an import not shown', { error: String(error) }),
          )
        }
        if (progress.job.state !== 'running') break
        if (isStopping) return
        const from = progress.job.nextEntry
        const entries = await readSlice(archive.value, plan.value.items, from, decoder)
        if (entries.length === 0) throw new Error('the archive is shorter than it was')
        const slice = { importId: job.id, from, entries }
        const done = await perform(engine, { who, surface: 'file' }, importSlice, slice)
        if (!done.ok && done.refusal.code !== 'import-over') throw new Error(done.refusal.code)
      }
    } finally {
      archive.value.close()
    }
    await archives.remove(job.id)
  }

  async function giveUp(job: RunningImport, error: unknown): Promise<void> {
    logger.error('an import could not be finished', { import: job.id, error: String(error) })
    const who = { kind: 'system', organizationId: job.organizationId } as const
    await perform(engine, { who, surface: 'file' }, failImport, job.id)
    await archives.remove(job.id)
  }

  function wake(): void {
    isWanted = true
    if (isStopping) return
    running ??= readAll()
      .catch(error => logger.error('imports could not be read', { error: String(error) }))
      .finally(() => {
        running = null
        if (isWanted && !isStopping) wake()
      })
  }

  return {
    wake,
    forget: archives.remove,
    async keep(body) {
      const id = engine.newId<string>()
      const saved = await archives.save(id, body)
      if (!saved.ok) return saved
      const archive = await openArchive(saved.value)
      const plan = archive.ok ? await planArchive(archive.value) : archive
      if (archive.ok) archive.value.close()
      if (!plan.ok) {
        await archives.remove(id)
        return plan
      }
      const { items, isStravaExport, passedOver } = plan.value
      return ok({ id, total: items.length, isStravaExport, passedOver })
    },
    start() {
      void listRunningImports(engine.db)
        .then(jobs => archives.keepOnly(new Set(jobs.map(job => job.id))))
        .catch(error => logger.error('old archives could not be removed', { error: String(error) }))
        .finally(wake)
    },
    async stop() {
      isStopping = true
      await running
    },
    async settled() {
      while (running) await running
    },
  }
}
