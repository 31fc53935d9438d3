import { ask } from '#usecases/ask.ts'
import { checkImport, startImport } from '#usecases/import/start-import.ts'
import { perform } from '#usecases/perform.ts'
import { fileRefusalInWords } from '#views/file-refusal.ts'
import { archiveRefusalInWords, fetchingArchive, importProgress } from '#views/import-words.ts'
import { words } from '#views/message.ts'
import { type Mrkdwn, mrkdwn } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { shorten } from '#views/shorten.ts'
import type { SlackContext } from '../kit/context.ts'
import type { DroppedFile } from './direct-message.ts'
import { openFile } from './fetch-file.ts'
import type { Reply } from './reply.ts'

/** As long as half a gigabyte takes over a slow line. */
const FETCH_MS = 15 * 60_000

/** A ZIP archive by what it claims to be: it is fetched in another way than a file. */
export function isArchive({ name, filetype, mimetype }: DroppedFile): boolean {
  return /\.zip$/i.test(name ?? '') || filetype === 'zip' || /^application\/(?:x-)?zip/.test(mimetype ?? '')
}

/**
 * Fetches an archive into a file of its own and has it read in slices; its message shows how far that is. `requestKey`
 * keeps a repeated delivery from reading it twice.
 */
export async function importArchive(
  context: SlackContext,
  file: DroppedFile,
  requestKey: string,
  reply: Reply,
): Promise<void> {
  const { importer, engine } = context.deps
  const fileName = file.name || 'archive.zip'
  const ts = await reply.post(fetchingArchive(fileName))
  const refused = (why: Mrkdwn) => reply.edit(ts, words(mrkdwn`Not read: *${shorten(fileName, 60)}*. ${why}`))
  const may = await ask(engine, context.who, checkImport, {})
  if (!may.ok) return refused(refusalInWords(may.refusal))
  const body = await openFile(context.client, file, FETCH_MS)
  if (!body.ok) return refused(fileRefusalInWords(body.refusal))
  const kept = await importer.keep(body.value).catch(() => null)
  if (!kept) return refused(fileRefusalInWords({ code: 'file-not-fetched' }))
  if (!kept.ok) return refused(archiveRefusalInWords(kept.refusal))
  const done = await perform(engine, { who: context.who, surface: 'file', requestKey }, startImport, {
    ...kept.value,
    fileName,
    channelId: context.channelId,
    messageTs: ts,
  })
  if (!done.ok) {
    await importer.forget(kept.value.id)
    return refused(refusalInWords(done.refusal))
  }
  const counts = { added: 0, merged: 0, known: 0, refused: 0 }
  await reply.edit(ts, importProgress({ job: done.value, counts, activities: 0 }))
  importer.wake()
}
