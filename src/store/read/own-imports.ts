import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** Where somebody's activities came from, which files are kept, and what they imported. */
export async function readOwnImports(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const origins = await db
    .selectFrom('activity_origins')
    .select(['activity_id', 'source', 'external_id', 'file_sha256', 'said_json', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const separations = await db
    .selectFrom('activity_separations')
    .select(['one_id', 'other_id', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const files = await db
    .selectFrom('activity_files')
    .select(['sha256', 'format', 'size_bytes', 'created_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const jobs = await db
    .selectFrom('import_jobs')
    .select(['id', 'file_name', 'state', 'total', 'next_entry', 'passed_over', 'created_at', 'finished_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const entries = await db
    .selectFrom('import_entries')
    .select(['job_id', 'entry', 'name', 'outcome', 'activities', 'reason'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('job_id')
    .orderBy('entry')
    .execute()
  return {
    origins: origins.map(({ said_json, ...origin }) => ({
      ...origin,
      said: JSON.parse(said_json) as unknown,
    })),
    separations,
    files,
    imports: { jobs, entries },
  }
}
