import { ACTIVITY_NOTE_MAX } from '#domain/activity/activity-limits.ts'
import { requireAthlete } from '#domain/organization/policy.ts'
import { cleanNote } from '#domain/text/clean-text.ts'
import { packFile } from '#ingest/pack-file.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { fileRefusalInWords } from '#views/file-refusal.ts'
import { type FileOutcome, filesLogged, readingFiles } from '#views/files-logged.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { shorten } from '#views/shorten.ts'
import { faultInWords, reportFault } from '../fault.ts'
import type { SlackContext } from '../kit/context.ts'
import { plainTextOf } from '../kit/words.ts'
import type { DirectMessage, DroppedFile } from './direct-message.ts'
import { fetchFile } from './fetch-file.ts'
import { importArchive, isArchive } from './import-archive.ts'
import type { Reply } from './reply.ts'

/** As many as Slack's own clients attach to one message. */
const FILES_MOST = 10

/**
 * Logs what was dropped, one file after another, and answers once: "Reading …" becomes the result in place. `eventId`
 * names the delivery, so that a repeated one logs nothing twice.
 */
export async function answerFiles(
  context: SlackContext,
  { files, text }: DirectMessage,
  eventId: string,
  reply: Reply,
): Promise<void> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  const athlete = me.ok ? requireAthlete(me.value) : me
  if (!athlete.ok) {
    await reply.post(words(refusalInWords(athlete.refusal)))
    return
  }
  const archives = files.filter(isArchive)
  const single = files.filter(file => !isArchive(file))
  for (const file of archives) await importArchive(context, file, `${eventId}:${file.id}`, reply)
  if (single.length > 0) await answerSingle(context, { files: single, text }, eventId, reply)
}

/** Files that are read at once. */
async function answerSingle(
  context: SlackContext,
  { files, text }: Pick<DirectMessage, 'files' | 'text'>,
  eventId: string,
  reply: Reply,
): Promise<void> {
  const answer = await reply.post(readingFiles(files.length))
  const note = files.length === 1 ? shorten(cleanNote(plainTextOf(text)), ACTIVITY_NOTE_MAX) : ''
  const outcomes: FileOutcome[] = []
  for (const [index, file] of files.entries()) {
    const name = file.name || 'file'
    outcomes.push(
      index < FILES_MOST
        ? await outcomeOf(context, { file, name, note, requestKey: `${eventId}:${file.id}` })
        : refused(name, fileRefusalInWords({ code: 'too-many-files', limit: FILES_MOST })),
    )
  }
  await reply.edit(answer, filesLogged(outcomes, context.units))
}

type Dropped = { file: DroppedFile; name: string; note: string; requestKey: string }

/** Never rejects: a fault costs this file, and is told under its reference. */
async function outcomeOf(context: SlackContext, dropped: Dropped): Promise<FileOutcome> {
  const { name } = dropped
  try {
    return await logDropped(context, dropped)
  } catch (error) {
    const reference = reportFault(context.deps, error, { where: 'file' })
    return refused(name, { mrkdwn: faultInWords(reference).text })
  }
}

async function logDropped(
  context: SlackContext,
  { file, name, note, requestKey }: Dropped,
): Promise<FileOutcome> {
  const bytes = await fetchFile(context.client, file)
  if (!bytes.ok) return refused(name, fileRefusalInWords(bytes.refusal))
  const decoded = await context.deps.decoder.decode(bytes.value, name)
  if (!decoded.ok) return refused(name, fileRefusalInWords(decoded.refusal))
  const { format, sha256, activities } = decoded.value
  const packed = await packFile(bytes.value)
  const done = await perform(
    context.deps.engine,
    { who: context.who, surface: 'file', requestKey },
    logFile,
    {
      source: format,
      sha256,
      activities,
      note,
      file: { sha256, format, sizeBytes: bytes.value.length, packed },
    },
  )
  if (!done.ok) return refused(name, refusalInWords(done.refusal, context.units))
  return { kind: 'logged', name, file: done.value }
}

function refused(name: string, why: Extract<FileOutcome, { kind: 'refused' }>['why']): FileOutcome {
  return { kind: 'refused', name, why }
}
