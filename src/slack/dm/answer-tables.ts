import { requireHeadCoach } from '#domain/organization/policy.ts'
import { IMPORT_BYTES_MAX, IMPORT_LINES_MAX } from '#domain/roster/roster-import.ts'
import { readCsv } from '#ingest/read-csv.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { keepImport, OUTCOMES_SHOWN, planImport } from '#usecases/roster/plan-import.ts'
import { fileRefusalInWords } from '#views/file-refusal.ts'
import { type Message, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { importPlanned, readingRosterFile, tableNotForRoster } from '#views/roster-import.ts'
import type { SlackContext } from '../kit/context.ts'
import type { DroppedFile } from './direct-message.ts'
import { fetchFile } from './fetch-file.ts'
import type { Reply } from './reply.ts'

/** The header, all lines, and one more by which it is seen that there are too many. */
const ROWS_MOST = IMPORT_LINES_MAX + 2

export function isTable(file: DroppedFile): boolean {
  return /\.(csv|tsv)$/i.test(file.name ?? '')
}

/** Reads tables that the head coach dropped, one after another, and says what each would do to the roster. */
export async function answerTables(
  context: SlackContext,
  files: readonly DroppedFile[],
  eventId: string,
  reply: Reply,
): Promise<void> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  const head = me.ok ? requireHeadCoach(me.value) : me
  if (!head.ok) {
    const isOther = head.refusal.code === 'not-the-head-coach'
    await reply.post(isOther ? tableNotForRoster() : words(refusalInWords(head.refusal)))
    return
  }
  for (const file of files) {
    const answer = await reply.post(readingRosterFile())
    await reply.edit(answer, await planOf(context, file, `${eventId}:${file.id}`))
  }
}

async function planOf(context: SlackContext, file: DroppedFile, requestKey: string): Promise<Message> {
  const { engine, inviting } = context.deps
  if ((file.size ?? 0) > IMPORT_BYTES_MAX) return tooLarge()
  const bytes = await fetchFile(context.client, file)
  if (!bytes.ok) return words(fileRefusalInWords(bytes.refusal))
  if (bytes.value.length > IMPORT_BYTES_MAX) return tooLarge()
  const rows = await readCsv(bytes.value, ROWS_MOST)
  if (!rows.ok) return words(refusalInWords(rows.refusal))
  const { isMailed } = inviting
  const outcomes = await ask(engine, context.who, planImport, { rows: rows.value, isMailed })
  if (!outcomes.ok) return words(refusalInWords(outcomes.refusal))
  const kept = await perform(engine, { who: context.who, surface: 'file', requestKey }, keepImport, {
    fileName: file.name || 'roster.csv',
    outcomes: outcomes.value,
    isMailed,
  })
  if (!kept.ok) return words(refusalInWords(kept.refusal))
  return importPlanned({ ...kept.value, hasReport: outcomes.value.length > OUTCOMES_SHOWN })
}

function tooLarge(): Message {
  return words(refusalInWords({ code: 'import-too-large', lines: IMPORT_LINES_MAX }))
}
