import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type {
  EntryOutcome,
  ImportEntry,
  ImportJob,
  ImportProgress,
  ImportState,
  ImportSummary,
} from '#domain/activity/import-job.ts'
import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { ImportEntriesTable, ImportJobsTable } from './schema-activity-imports.ts'

export async function insertImport(tx: Tx, job: ImportJob): Promise<void> {
  await tx
    .insertInto('import_jobs')
    .values({
      id: job.id,
      organization_id: job.organizationId,
      account_id: job.athleteId,
      file_name: job.fileName,
      state: job.state,
      is_strava_export: job.isStravaExport ? 1 : 0,
      total: job.total,
      next_entry: job.nextEntry,
      passed_over: job.passedOver,
      channel_id: job.channelId,
      message_ts: job.messageTs,
      created_at: job.createdAt,
      finished_at: job.finishedAt,
    })
    .execute()
}

export async function findImport(
  db: Reading,
  organizationId: OrganizationId,
  importId: string,
): Promise<ImportJob | undefined> {
  const row = await db
    .selectFrom('import_jobs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .executeTakeFirst()
  return row && jobOf(row)
}

export async function hasRunningImport(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
): Promise<boolean> {
  const row = await db
    .selectFrom('import_jobs')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', athleteId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row !== undefined
}

/** An import that is under way, and whose it is in Slack. */
export type RunningImport = {
  id: string
  organizationId: OrganizationId
  slackTeamId: SlackTeamId
  slackUserId: SlackUserId
}

/** Every import that is not over, of every organization, the oldest first. */
export async function listRunningImports(db: Reading): Promise<RunningImport[]> {
  const rows = await db
    .selectFrom('import_jobs as j')
    .innerJoin('accounts as a', 'a.id', 'j.account_id')
    .where('j.state', '=', 'running')
    .orderBy('j.created_at')
    .select(['j.id', 'j.organization_id', 'a.slack_team_id', 'a.slack_user_id'])
    .execute()
  return rows.map(row => ({
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    slackTeamId: row.slack_team_id as SlackTeamId,
    slackUserId: row.slack_user_id as SlackUserId,
  }))
}

/** Moves an import on; only while it runs. */
export async function updateImport(
  tx: Tx,
  job: Pick<ImportJob, 'id' | 'organizationId'>,
  change: { nextEntry?: number; state?: ImportState; finishedAt?: Instant },
): Promise<void> {
  await tx
    .updateTable('import_jobs')
    .set({
      ...(change.nextEntry === undefined ? {} : { next_entry: change.nextEntry }),
      ...(change.state ? { state: change.state } : {}),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
    })
    .where('organization_id', '=', job.organizationId)
    .where('id', '=', job.id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
}

export async function insertImportEntry(
  tx: Tx,
  { id, organizationId, athleteId }: Pick<ImportJob, 'id' | 'organizationId' | 'athleteId'>,
  entry: ImportEntry,
): Promise<void> {
  await tx
    .insertInto('import_entries')
    .values({
      job_id: id,
      organization_id: organizationId,
      account_id: athleteId,
      entry: entry.entry,
      name: entry.name,
      outcome: entry.outcome,
      activities: entry.activities,
      reason: entry.refusal?.code ?? null,
      refusal_json: entry.refusal && JSON.stringify(entry.refusal),
    })
    .execute()
}

export async function readImportProgress(
  db: Reading,
  organizationId: OrganizationId,
  importId: string,
): Promise<ImportProgress | undefined> {
  const job = await findImport(db, organizationId, importId)
  if (!job) return undefined
  const rows = await db
    .selectFrom('import_entries')
    .select(({ fn }) => [
      'outcome',
      fn.countAll<number>().as('entries'),
      fn.sum<number>('activities').as('activities'),
    ])
    .where('organization_id', '=', organizationId)
    .where('job_id', '=', importId)
    .groupBy('outcome')
    .execute()
  const counts: Record<EntryOutcome, number> = { added: 0, merged: 0, known: 0, refused: 0 }
  let activities = 0
  for (const row of rows) {
    counts[row.outcome as EntryOutcome] = Number(row.entries)
    if (row.outcome === 'added') activities = Number(row.activities)
  }
  return { job, counts, activities }
}

export async function readImportSummary(
  db: Reading,
  organizationId: OrganizationId,
  importId: string,
): Promise<ImportSummary | undefined> {
  const progress = await readImportProgress(db, organizationId, importId)
  if (!progress) return undefined
  const rows = await db
    .selectFrom('import_entries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('job_id', '=', importId)
    .where('outcome', '=', 'refused')
    .orderBy('entry')
    .execute()
  return { ...progress, refused: rows.map(entryOf) }
}

function jobOf(row: ImportJobsTable): ImportJob {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    athleteId: row.account_id as AccountId,
    fileName: row.file_name,
    state: row.state as ImportState,
    isStravaExport: row.is_strava_export === 1,
    total: row.total,
    nextEntry: row.next_entry,
    passedOver: row.passed_over,
    channelId: row.channel_id,
    messageTs: row.message_ts,
    createdAt: row.created_at as Instant,
    finishedAt: row.finished_at as Instant | null,
  }
}

function entryOf(row: ImportEntriesTable): ImportEntry {
  return {
    entry: row.entry,
    name: row.name,
    outcome: row.outcome as EntryOutcome,
    activities: row.activities,
    refusal:
      row.refusal_json === null ? null : (JSON.parse(row.refusal_json) as FileRefusal | ActivityRefusal),
  }
}
