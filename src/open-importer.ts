import { createImporter, type Importer, type ImporterOptions } from '#jobs/importer.ts'
import type { Pace } from '#kernel/pace.ts'
import { createImportTeller } from '#slack/tell-import.ts'
import { importFolder } from './app-paths.ts'

/** What reads archives, and tells in Slack how far it is. */
export function openImporter(
  given: Pick<ImporterOptions, 'engine' | 'decoder' | 'logger'>,
  databasePath: string,
  access: { apiUrl: string; botToken: string },
  pace: Pace,
): Importer {
  return createImporter({
    ...given,
    folder: importFolder(databasePath),
    tell: createImportTeller(access, pace),
  })
}
