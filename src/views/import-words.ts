import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { ImportEntry, ImportProgress, ImportSummary } from '#domain/activity/import-job.ts'
import { csvText } from '#domain/text/csv.ts'
import { activityRefusalInWords } from './activity-refusal.ts'
import { actions, button, confirm, section } from './blocks.ts'
import { fileRefusalInWords } from './file-refusal.ts'
import { type Message, words } from './message.ts'
import { inPlain, joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

export const IMPORT_ACTIONS = { cancel: 'import-cancel' } as const

const NAME_MOST = 60
/** Reasons told, and names with each. */
const REASONS_MOST = 8
const NAMES_MOST = 3
/** With more refused than this, the whole list comes as a file. */
export const REFUSED_IN_MESSAGE = 20

/** Before it is known what is in it. */
export function fetchingArchive(fileName: string): Message {
  return words(mrkdwn`Fetching *${shorten(fileName, NAME_MOST)}* …`)
}

/** How far it is; shown in place of itself. */
export function importProgress({ job, counts }: ImportProgress): Message {
  const name = shorten(job.fileName, NAME_MOST)
  const what = job.isStravaExport ? 'Strava export' : 'archive'
  switch (job.state) {
    case 'running': {
      const refused = counts.refused > 0 ? mrkdwn`, ${counts.refused} refused` : mrkdwn``
      const text = mrkdwn`Reading the ${what} *${name}*: ${job.nextEntry} of ${job.total}${refused}. You need not wait here: I say when it is done.`
      return {
        text: text.mrkdwn,
        blocks: [
          section(text),
          actions(
            'import',
            button(IMPORT_ACTIONS.cancel, 'Stop', job.id, {
              label: `Stop reading ${name}`,
              confirm: confirm('Stop reading it?', 'What is read already stays.', 'Stop', 'Go on'),
            }),
          ),
        ],
      }
    }
    case 'done':
      return words(mrkdwn`Read the ${what} *${name}*: ${job.total} of ${job.total}.`)
    case 'cancelled':
      return words(mrkdwn`Stopped reading *${name}* at ${job.nextEntry} of ${job.total}.`)
    case 'failed':
      return words(mrkdwn`I could not read *${name}* to its end: ${job.nextEntry} of ${job.total}.`)
  }
}

/** What an archive brought, once it is over. */
export function importSummary({ job, counts, activities, refused }: ImportSummary): Message {
  const name = shorten(job.fileName, NAME_MOST)
  const lines: Mrkdwn[] = [
    headOf(job.state, name),
    mrkdwn`• ${broughtText(activities, counts)}`,
    ...(counts.refused > 0 ? [mrkdwn`• ${counts.refused} not logged:`, ...reasonsOf(refused)] : []),
    ...(job.passedOver > 0 ? [mrkdwn`• ${job.passedOver} files passed over that are no recordings`] : []),
    ...(job.state === 'done' ? [] : [mrkdwn`Drop it again to read the rest: nothing is logged twice.`]),
    mrkdwn`\`/astral runs\` lists your runs. Your files are kept for your own export; there you can remove each.`,
  ]
  return words(joinMrkdwn(lines, '\n'))
}

/** `2 new, 1 there already`: what there is none of is left out. */
function broughtText(activities: number, { merged, known }: ImportSummary['counts']): string {
  const parts = [
    ...(activities > 0 ? [`${activities} new`] : []),
    ...(merged > 0 ? [`${merged} added to what you had`] : []),
    ...(known > 0 ? [`${known} there already`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : 'nothing new'
}

/** The whole list of what was refused, as a file. */
export function refusedCsv(refused: readonly ImportEntry[]): string {
  return csvText(
    ['file', 'reason'],
    refused.map(entry => [entry.name, entry.refusal ? inPlain(refusalOf(entry.refusal)) : '']),
  )
}

export function archiveRefusalInWords(refusal: ArchiveRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'archive-too-large':
      return mrkdwn`It is larger than ${Math.floor(refusal.limitBytes / (1024 * 1024))} MB, which is the most I read. Split it into two archives.`
    case 'archive-too-many-entries':
      return mrkdwn`It has more than ${refusal.limit} files, which is the most I read. Split it into two archives.`
    case 'archive-damaged':
      return mrkdwn`It is damaged or cut off: I cannot read its list of files. Export or pack it again.`
    case 'archive-encrypted':
      return mrkdwn`It is behind a password. Pack it without one.`
    case 'archive-without-activities':
      return mrkdwn`I find no FIT, GPX or TCX file in it, and no list of a Strava export.`
  }
}

function headOf(state: ImportSummary['job']['state'], name: string): Mrkdwn {
  if (state === 'cancelled') return mrkdwn`*${name}* was stopped. What came of it until then:`
  if (state === 'failed') return mrkdwn`*${name}* could not be read to its end. What came of it until then:`
  return mrkdwn`*${name}* is read. What came of it:`
}

/** Grouped by reason, the commonest first, each with the first names. */
function reasonsOf(refused: readonly ImportEntry[]): Mrkdwn[] {
  const groups = Map.groupBy(refused, entry => entry.refusal?.code ?? 'unknown')
  const sorted = [...groups.values()].toSorted((one, other) => other.length - one.length)
  const told = sorted.slice(0, REASONS_MOST).map(group => {
    const [first] = group
    const names = group.slice(0, NAMES_MOST).map(entry => shorten(entry.name, 40))
    const rest = group.length > NAMES_MOST ? ` and ${group.length - NAMES_MOST} more` : ''
    const why = first?.refusal ? refusalOf(first.refusal) : mrkdwn``
    return mrkdwn`      ${names.join(', ')}${rest}: ${why}`
  })
  const more = sorted.length - REASONS_MOST
  return more > 0 ? [...told, mrkdwn`      … and ${more} more reasons`] : told
}

function refusalOf(refusal: FileRefusal | ActivityRefusal): Mrkdwn {
  return isFileRefusal(refusal) ? fileRefusalInWords(refusal) : activityRefusalInWords(refusal)
}

const FILE_CODES: ReadonlySet<string> = new Set<FileRefusal['code']>([
  'file-empty',
  'file-too-large',
  'unpacked-too-large',
  'zip-not-supported',
  'entry-encrypted',
  'not-an-activity-file',
  'file-damaged',
  'no-track',
  'no-times',
  'no-activity',
  'clock-not-set',
  'too-busy',
])

function isFileRefusal(refusal: FileRefusal | ActivityRefusal): refusal is FileRefusal {
  return FILE_CODES.has(refusal.code)
}
